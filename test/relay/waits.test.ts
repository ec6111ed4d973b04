import { describe, expect, test } from "vitest";
import { backoff } from "../../src/relay/forward/backoff.js";
import { Throttle } from "../../src/relay/forward/throttle.js";

const WAITS = { first: 200, longest: 10_000 };

describe("between two tries", () => {
  test.each([
    [0, 100, 200],
    [1, 200, 400],
    [5, 3200, 6400],
    [6, 5000, 10_000],
    [2000, 5000, 10_000],
  ])("after %i failures it waits %i to %i ms, as configured", (attempt, least, most) => {
    expect(backoff(attempt, WAITS, () => 0)).toBe(least);
    expect(backoff(attempt, WAITS, () => 1)).toBe(most);
  });
});

describe("a throttle", () => {
  test("lets so many through a second, in their order", async () => {
    const throttle = new Throttle(100);
    const passed: number[] = [];
    const begun = performance.now();
    await Promise.all(Array.from({ length: 11 }, (_, n) => throttle.turn().then(() => passed.push(n))));
    // Ten gaps of 10 ms; timers may be early by one.
    expect(performance.now() - begun).toBeGreaterThan(88);
    expect(passed).toEqual([...passed].sort((a, b) => a - b));
  });

  test("of 0 lets everything through at once", async () => {
    const throttle = new Throttle(0);
    for (let n = 0; n < 1000; n++) await throttle.turn();
  });

  test("sends those who wait away when it is cleared", async () => {
    const throttle = new Throttle(1);
    await throttle.turn();
    const waiting = throttle.turn();
    throttle.clear();
    await expect(waiting).rejects.toMatchObject({ code: "SENT_AWAY" });
  });
});

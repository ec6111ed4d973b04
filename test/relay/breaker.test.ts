import { describe, expect, test } from "vitest";
import { Breaker } from "../../src/relay/forward/breaker.js";

const PROBE = 30_000;
const LATER = 100_000;

/** A breaker that has seen so many failures in a row, at time 0. */
function failing(times: number): Breaker {
  const breaker = new Breaker(PROBE);
  for (let time = 0; time < times; time++) breaker.failed(0);
  return breaker;
}

describe("the breaker", () => {
  test("lets pass any number of requests while all is well, and after single failures", () => {
    expect(new Breaker(PROBE).admits(100, 0)).toBe(true);
    expect(failing(4)).toMatchObject({ state: "closed", until: 0 });
  });

  test("opens with the fifth failure in a row, for a while, and then admits one request at a time", () => {
    const breaker = failing(5);
    expect(breaker.state).toBe("open");
    expect(breaker.admits(0, 0)).toBe(false);
    expect([breaker.admits(0, LATER), breaker.admits(1, LATER)]).toEqual([true, false]);
  });

  test("waits longer with each failure, but a minute at most", () => {
    const waits = [5, 8, 30].map((times) => failing(times).until);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[0]).toBeLessThanOrEqual(1000);
    expect(waits[2]).toBe(60_000);
  });

  test("closes with an answer", () => {
    const breaker = failing(6);
    breaker.answered();
    expect([breaker.state, breaker.admits(100, 0)]).toEqual(["closed", true]);
    breaker.failed(0);
    expect(breaker.state).toBe("closed");
  });

  test("waits as long as the backend asks, also if it answers an earlier request meanwhile", () => {
    const breaker = new Breaker(PROBE);
    breaker.failed(0, 5000);
    breaker.answered();
    expect([breaker.admits(0, 4999), breaker.admits(0, 5000)]).toEqual([false, true]);
  });

  test("pauses when the credentials are refused, and tries with one request in each interval", () => {
    const breaker = new Breaker(PROBE);
    breaker.refused(0);
    expect(breaker.state).toBe("paused");
    expect(breaker.admits(0, PROBE - 1)).toBe(false);
    expect([breaker.admits(0, PROBE), breaker.admits(1, PROBE)]).toEqual([true, false]);
    breaker.failed(PROBE);
    expect(breaker.state).toBe("paused");
  });
});

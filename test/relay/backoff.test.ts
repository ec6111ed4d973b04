import { afterEach, describe, expect, test, vi } from "vitest";
import { backoff } from "../../src/delivery/backoff.js";
import { retryAfter } from "../../src/relay/forward/retry-after.js";

describe("backoff", () => {
  afterEach(() => void vi.restoreAllMocks());

  test.each([
    [0, 500, 1000],
    [1, 1000, 2000],
    [5, 16_000, 32_000],
    [9, 150_000, 300_000],
    [2000, 150_000, 300_000],
  ])("attempt %i waits between %i and %i ms", (attempt, least, most) => {
    const random = vi.spyOn(Math, "random");
    random.mockReturnValue(0);
    expect(backoff(attempt)).toBe(least);
    random.mockReturnValue(1);
    expect(backoff(attempt)).toBe(most);
  });

  test("scatters those who failed together", () => {
    expect(new Set(Array.from({ length: 100 }, () => backoff(5))).size).toBeGreaterThan(90);
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-11-21T10:00:00Z");

  test.each<[string | undefined, number]>([
    ["120", 120_000],
    [" 3 ", 3000],
    ["0", 0],
    ["Sat, 21 Nov 2026 10:00:30 GMT", 30_000],
    ["Sat, 21 Nov 2026 09:59:30 GMT", 0],
    [undefined, 0],
    ["", 0],
    ["soon", 0],
    ["-5", 0],
    ["999999999999", 86_400_000],
    ["Sun, 21 Nov 2027 10:00:00 GMT", 86_400_000],
  ])("%j is %i ms", (value, ms) => {
    expect(retryAfter(value, now)).toBe(ms);
  });
});

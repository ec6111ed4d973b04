import { vi } from "vitest";

/** Waits until the assertions hold, looking every few ms; throws the last failure if they never do. */
export const eventually = <T>(assertions: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(assertions, { timeout: 20_000, interval: 10 });

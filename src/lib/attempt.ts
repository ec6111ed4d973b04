import type { Report } from "./report.js";

/** Runs it, but never throws into the page that called us: what goes wrong is reported, and undefined comes back. */
export function attempt<T>(action: () => T, report?: Report): T | undefined {
  try {
    return action();
  } catch (error) {
    report?.(error);
    return undefined;
  }
}

/** Runs it, but never throws into the page that called us: undefined comes back, and `failed` gets what was thrown. */
export function attempt<T>(action: () => T, failed?: (error: unknown) => void): T | undefined {
  try {
    return action();
  } catch (error) {
    failed?.(error);
    return undefined;
  }
}

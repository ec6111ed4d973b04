/** What each engine beside Chromium needs: its programs, and Debian's package of each. */
export const ENGINES: Record<"firefox" | "webkit", Record<string, string>>;
/** The programs that an engine needs and that are not here. */
export function missing(engine: "firefox" | "webkit"): string[];

import { report } from "./report.js";

/**
 * Runs it, but never throws into the page that called us: undefined comes back.
 *
 * @param name what failed, for the console; without it nobody needs to know
 */
export const attempt = <T>(action: () => T, name?: string): T | undefined => {
  try {
    return action();
  } catch (error) {
    if (name) report(name + error);
  }
};

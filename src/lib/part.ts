import { report } from "./report.js";

/**
 * Loads another file of the script's from its own folder, as a module: pages with Trusted Types allow it, and from another
 * origin it needs CORS. Where it cannot be loaded or used the console says so, and all goes on without it.
 *
 * @param url the script's own
 * @param use is given what the file exports
 * @returns what that gives; undefined where the file cannot be loaded or used
 */
export const loadPart = async <Result>(
  name: string,
  url: string,
  // biome-ignore lint/suspicious/noExplicitAny: whoever asks for a file knows what it exports
  use: (part: any) => Result,
): Promise<Result | undefined> => {
  try {
    return use(await import(new URL(`tracktag.${name}.js`, url) as never));
  } catch (error) {
    report(`no ${name}: ${error}`);
  }
};

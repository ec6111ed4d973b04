import { text } from "./examples.js";

/** What the script says on the console, as docs/console.md has it: words in capitals are different each time. */
export const MESSAGES: string[] = [...text("docs/console.md").matchAll(/^\| `([^`]+)` \|/gm)].map(
  ([, message = ""]) => message,
);

/** What such a message looks like. */
export const patternOf = (message: string): RegExp =>
  RegExp(`^${message.replaceAll(".", "\\.").replace(/\b[A-Z]{3,}\b/g, ".*")}$`);

/** What was said already. A console is the page's, not a tracker's: two trackers need not say the same twice. */
const said = new Set<string>();

/**
 * Says what is wrong, for the person who builds the page, and each thing once: a wrong attribute in a list of 300 is
 * one line on the console.
 */
export const report = (message: unknown): void => {
  const text = `tracktag: ${message}`;
  if (!said.has(text)) console.warn(text);
  said.add(text);
};

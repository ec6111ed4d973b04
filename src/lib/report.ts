/** Says what is wrong, for the person who builds the page. */
export type Report = (message: unknown) => void;

/** A reporter that says each thing once: a wrong attribute in a list of 300 is one line on the console. */
export function createReport(): Report {
  const said = new Set<string>();
  return (message) => {
    const text = `tracktag: ${message}`;
    if (!said.has(text)) console.warn(text);
    said.add(text);
  };
}

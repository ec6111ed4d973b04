/**
 * Where a text that is not JSON goes wrong, such as `line 3, column 7`: without the parser's message, which quotes the
 * text, and names no place for each fault.
 */
export function jsonFault(text: string): string {
  // The shortest beginning that no ending would make JSON.
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isHopeless(text.slice(0, middle))) bad = middle;
    else good = middle;
  }
  if (bad > text.length) return "it ends too early";
  const lines = text.slice(0, bad).split("\n");
  return `line ${lines.length}, column ${lines.at(-1)?.length || 1}`;
}

function isHopeless(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return false;
  } catch (error) {
    const { message } = error as Error;
    const at = /at position (\d+)/.exec(message)?.[1];
    return !/end of JSON|Unterminated/.test(message) && !(Number(at) >= beginning.length);
  }
}

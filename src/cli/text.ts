/** ISO 8601. */
export const iso = (ms: number): string => new Date(ms).toISOString();

/** JSON leaves some characters as they are that a terminal obeys, or that turn the order of a line around. */
export const escaped = (json: string): string =>
  json.replace(/[\x7f-\x9f\p{Cf}]/gu, (sign) =>
    [...Array(sign.length).keys()]
      .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );

/** One column of a line: nothing in it ends the line or the column, or is obeyed by a terminal. */
export const cell = (text: string): string => text.replace(/[\s\p{C}]+/gu, " ");

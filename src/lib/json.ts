/** `\\u0022` for what may not stand in a JSON string as it is: quotes, backslashes and control characters. */
const escaped = (char: string): string => encodeURIComponent(char).replace("%", "\\u00");

/**
 * JSON text of a plain value, by our own hand: Prototype.js and its like patch `JSON.stringify` or
 * `Array.prototype.toJSON`, and bodies would arrive with their arrays as strings. A date is its ISO text; what JSON does
 * not know is null, and left out of objects where it is undefined. A cycle throws RangeError.
 */
export const toJson = (value: unknown): string => {
  if (value instanceof Date) value = value.toISOString();
  if (typeof value === "string") return `"${value.replace(/["\\\0-\x1f]/g, escaped)}"`;
  if (Array.isArray(value)) return `[${value.map(toJson)}]`;
  if (Object(value) === value)
    return `{${Object.entries(value as object)
      .filter((pair) => pair[1] !== undefined)
      .map((pair) => pair.map(toJson).join(":"))}}`;
  return Number.isFinite(value) || typeof value === "boolean" ? `${value}` : "null";
};

/** A copy that shares nothing with the original. */
export const copy = <T>(value: T): T => JSON.parse(toJson(value));

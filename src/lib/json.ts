/**
 * JSON text of a plain value, by our own hand: Prototype.js and its like patch `JSON.stringify` or
 * `Array.prototype.toJSON`, and bodies would arrive with their arrays as strings. What JSON does not know is null, and
 * left out of objects; a date is its ISO text, a set a list. A cycle throws RangeError.
 */
export function toJson(value: unknown): string {
  if (value instanceof Date) value = value.toISOString();
  if (typeof value === "string")
    return `"${value.replace(/["\\\0-\x1f]/g, (char) => `\\u${(char.charCodeAt(0) + 0x10000).toString(16).slice(1)}`)}"`;
  if (Array.isArray(value) || value instanceof Set) return `[${[...value].map(toJson)}]`;
  if (value && typeof value === "object")
    return `{${Object.entries(value)
      .filter(([, entry]) => entry !== undefined && typeof entry !== "function")
      .map((pair) => pair.map(toJson).join(":"))}}`;
  return typeof value === "boolean" || Number.isFinite(value) ? `${value}` : "null";
}

/** A copy that shares nothing with the original. */
export const copy = <T>(value: T): T => JSON.parse(toJson(value));

/**
 * JSON text of a plain value, by our own hand: Prototype.js and its like patch `JSON.stringify` or
 * `Array.prototype.toJSON`, and bodies would arrive with their arrays as strings. What JSON does not know is null, and
 * left out of objects; a date is its ISO text. A cycle throws RangeError.
 */
export function toJson(value: unknown): string {
  if (value instanceof Date) return toJson(value.toISOString());
  if (typeof value === "string")
    return `"${value.replace(/["\\\0-\x1f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
  if (Array.isArray(value)) return `[${value.map(toJson)}]`;
  if (!value || typeof value !== "object")
    return value === true || value === false || Number.isFinite(value) ? `${value}` : "null";
  const entries = Object.entries(value).filter(
    ([, entry]) => entry !== undefined && typeof entry !== "function",
  );
  return `{${entries.map((pair) => pair.map(toJson).join(":"))}}`;
}

import type { Json } from "../types.js";

/** The JSON object that an answer's body is; undefined for anything else, such as half of one. */
export const answerObject = (body: string): Json | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
};

/** A member of an answer that is to be a text: of anything else nothing, for it may be what no text can be made of. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

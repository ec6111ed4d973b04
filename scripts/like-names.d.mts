import type MagicString from "magic-string";

/** The script with its variables renamed. */
export function likeNames(code: string): MagicString;

/** A step of the build. Throws where more than names would differ. */
export const withLikeNames: {
  name: string;
  renderChunk(
    code: string,
    chunk: unknown,
    output: { format: string },
  ): Promise<{ code: string; map: unknown }>;
};

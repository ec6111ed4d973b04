/** A table of text: a line for each row, its key first, and what stands for it, with spaces between. */
export const table = (text: string): ReadonlyMap<string, string[]> =>
  new Map(
    text.split("\n").map((row) => {
      const [key = "", ...rest] = row.split(" ");
      return [key, rest];
    }),
  );

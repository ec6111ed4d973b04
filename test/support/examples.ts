import { readdirSync, readFileSync } from "node:fs";

/** The Markdown files whose examples are run. */
const FILES = [
  "README.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const EXAMPLE = /<!-- example: ([\w-]+) -->\n```(\w+)\n([\s\S]*?)```/g;

export const text = (file: string): string => readFileSync(file, "utf8");

/** The examples of the documentation by the name that stands above each. */
export const examples: ReadonlyMap<string, string> = new Map(
  FILES.flatMap((file) =>
    [...text(file).matchAll(EXAMPLE)].map(([, name = "", , code = ""]) => [name, code]),
  ),
);

/** Blocks of code that have no name: nobody would notice when they break. */
export const unnamed: string[] = FILES.flatMap((file) =>
  [...text(file).matchAll(/(<!-- example: [\w-]+ -->\n)?```(html|js|ts|json|sh)\n([\s\S]*?)```/g)]
    .filter(([, name, , code = ""]) => !name && !code.startsWith("npm ci"))
    .map(([, , , code = ""]) => `${file}: ${code}`),
);

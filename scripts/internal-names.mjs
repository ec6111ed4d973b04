import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** Interfaces of these files are ours alone. One whose name ends in `Like` describes an object of the browser's. */
const INTERNAL = /^(core\.ts|(capture|context|delivery|direct|lib|lobby)\/.*)$/;

/** What these files name is sent or stored, or pages and people write it. */
const PUBLIC = /^(types|options|commands|attributes|tracker)\.ts$/;

const src = new URL("../src/", import.meta.url);

/** The files whose path matches, parsed. */
const sources = (pattern) =>
  readdirSync(src, { recursive: true })
    .filter((path) => pattern.test(path))
    .filter((path) => path.endsWith(".ts"))
    .map((path) =>
      ts.createSourceFile(path, readFileSync(new URL(path, src), "utf8"), ts.ScriptTarget.ESNext, true),
    );

const membersOf = (source) =>
  source.statements
    .filter((node) => ts.isInterfaceDeclaration(node) && !node.name.text.endsWith("Like"))
    .flatMap(({ members }) => members.map(({ name }) => name?.text));

/** The keys of the tables that a file exports, also of one `as const`. */
const keysOf = (source) =>
  source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .map(({ initializer }) =>
      initializer && ts.isAsExpression(initializer) ? initializer.expression : initializer,
    )
    .flatMap((table) => table?.properties ?? [])
    .map(({ name }) => name?.text);

/** Every name that stands in the file. */
const namesIn = (node) => (ts.isIdentifier(node) ? [node.text] : node.getChildren().flatMap(namesIn));

/**
 * The names that the minifier may shorten: members of our own interfaces, unless anybody else reads that name.
 *
 * @param entry the script's; one with direct mode has the destinations in it, whose names are those of the backends
 */
export function internalNames(entry) {
  const others = new Set(sources(PUBLIC).flatMap((source) => [...membersOf(source), ...keysOf(source)]));
  if (/direct|full/.test(entry))
    for (const name of sources(/^destinations\//).flatMap(namesIn)) others.add(name);
  return [...new Set(sources(INTERNAL).flatMap(membersOf))].filter((name) => name && !others.has(name));
}

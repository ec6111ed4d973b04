import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { internalNames } from "../../scripts/internal-names.mjs";

/**
 * The minifier shortens our own names even where the browser has the same (`items`, `open`): then none of them may be
 * read from, or given to, anything that is not ours. The type checker knows whose each is.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where the name at this place was declared. */
function declarations(checker: ts.TypeChecker, name: ts.Node): string[] {
  const { parent } = name;
  const isGiven = ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent);
  const taker = isGiven ? checker.getContextualType(parent.parent) : undefined;
  const giver = ts.isBindingElement(parent) ? checker.getTypeAtLocation(parent.parent) : undefined;
  const symbol = (taker ?? giver)?.getProperty(name.getText()) ?? checker.getSymbolAtLocation(name);
  return (symbol?.declarations ?? []).map((declaration) => declaration.getSourceFile().fileName);
}

const isPropertyName = (name: ts.Node, parent = name.parent): boolean =>
  (ts.isPropertyAccessExpression(parent) && parent.name === name) ||
  ((ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) && parent.name === name) ||
  (ts.isBindingElement(parent) &&
    ts.isObjectBindingPattern(parent.parent) &&
    (parent.propertyName ?? parent.name) === name);

const ENTRIES = ["src/index.ts", "src/direct.ts", "src/full.ts", "src/lobby/index.ts"];

test.each(ENTRIES)(
  "%s: no name that the minifier shortens is one of the browser's",
  { timeout: 60_000 },
  (entry) => {
    const names = new Set(internalNames(entry));
    const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const program = ts.createProgram([root + entry], options);
    const checker = program.getTypeChecker();
    const foreign: string[] = [];
    let looked = 0;
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && names.has(node.text) && isPropertyName(node)) {
        looked++;
        if (declarations(checker, node).some((file) => !file.startsWith(`${root}src/`)))
          foreign.push(`${node.getSourceFile().fileName}: ${node.parent.getText()}`);
      }
      ts.forEachChild(node, visit);
    };
    for (const file of program.getSourceFiles()) if (file.fileName.startsWith(`${root}src/`)) visit(file);
    expect(looked).toBeGreaterThan(100);
    expect(foreign).toEqual([]);
  },
);

import ts from "typescript";

/** What opens a scope; the block of a function belongs to the function. */
const SCOPES = [
  ts.isFunctionLike,
  ts.isBlock,
  ts.isForStatement,
  ts.isForOfStatement,
  ts.isForInStatement,
  ts.isCatchClause,
  ts.isSourceFile,
];
const isScope = (node) =>
  SCOPES.some((is) => is(node)) && !(ts.isBlock(node) && ts.isFunctionLike(node.parent));

/** The scopes around a node, innermost first. */
function* scopesOf(node) {
  for (let one = node; one; one = one.parent) if (isScope(one)) yield one;
}

/** The scope in which a declaration's name is known: a `var` is in all of its function. */
function scopeOf(declaration) {
  const isNamed = ts.isFunctionLike(declaration) || ts.isClassLike(declaration);
  const list = ts.findAncestor(declaration, (one) => ts.isVariableDeclarationList(one) || isScope(one));
  const isVar = ts.isVariableDeclarationList(list) && !(list.flags & ts.NodeFlags.BlockScoped);
  const around = [...scopesOf(isNamed ? declaration.parent : declaration)];
  return isVar ? around.find((one) => ts.isFunctionLike(one) || ts.isSourceFile(one)) : around[0];
}

function parse(code) {
  const file = ts.createSourceFile("script.js", code, ts.ScriptTarget.ES2022, true);
  const host = {
    ...ts.createCompilerHost({}),
    getSourceFile: (name) => (name === "script.js" ? file : undefined),
  };
  const program = ts.createProgram(["script.js"], { allowJs: true, noLib: true, noResolve: true }, host);
  return { file, checker: program.getTypeChecker() };
}

const VARIABLE = ts.SymbolFlags.Variable | ts.SymbolFlags.Function | ts.SymbolFlags.Class;

/** What an identifier stands for; undefined where it only names a member. */
function symbolAt(checker, node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return;
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
  if (!ts.isExportSpecifier(parent)) return checker.getSymbolAtLocation(node);
  return node === (parent.propertyName ?? parent.name)
    ? checker.getExportSpecifierLocalTargetSymbol(parent)
    : undefined;
}

/** The variables of a script: what each is called, its scope, in which scopes it is used, and where its name stands. */
export function variablesOf(code) {
  const { file, checker } = parse(code);
  const variables = new Map();
  const visit = (node) => {
    ts.forEachChild(node, visit);
    if (!ts.isIdentifier(node)) return;
    const symbol = symbolAt(checker, node);
    const [declaration] = symbol?.declarations ?? [];
    if (!declaration || !(symbol.flags & VARIABLE)) return;
    const scope = scopeOf(declaration);
    const known = variables.get(symbol) ?? { name: symbol.name, scope, scopes: new Set([scope]), places: [] };
    variables.set(symbol, known);
    known.places.push(node);
    // What is caught and a variable of the function, called alike, are one to Terser.
    if (ts.isCatchClause(declaration.parent)) known.scopes.add(ts.findAncestor(scope, ts.isFunctionLike));
    for (const one of scopesOf(node)) {
      known.scopes.add(one);
      if (one === scope) break;
    }
  };
  visit(file);
  return [...variables.values()];
}

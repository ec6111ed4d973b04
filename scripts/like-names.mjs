import MagicString from "magic-string";
import { minify } from "terser";
import ts from "typescript";
import { variablesOf } from "./variables.mjs";

/**
 * Short names for a script's variables, such that those which are called alike in the source are called alike in the
 * script: `core` is one letter in nearly every function. Compression finds what is repeated, so this is worth about half a
 * per cent more than names which are given anew in each function.
 */

/** Which letter is whose matters by some twenty bytes, and in no way that could be foreseen: this order was tried out. */
const LETTERS = [..."iaspfdrolnkmhgWcVwtXvAbeZUHuD_yxO$YKLMFCNPzjQTEqSBGIJR"];
const KEYWORDS = ["as", "do", "if", "in", "is", "of"];
const NAMES = LETTERS.concat(LETTERS.flatMap((one) => LETTERS.map((other) => one + other))).filter(
  (name) => !KEYWORDS.includes(name),
);

const isShorthandPattern = ({ parent }) =>
  ts.isBindingElement(parent) &&
  ts.isObjectBindingPattern(parent.parent) &&
  !parent.propertyName &&
  !parent.dotDotDotToken;

/** What stands in a name's place, where the name of a member has to stay. */
function replacement(node, short) {
  if (ts.isShorthandPropertyAssignment(node.parent) || isShorthandPattern(node))
    return `${node.text}:${short}`;
  if (ts.isExportSpecifier(node.parent) && !node.parent.propertyName) return `${short} as ${node.text}`;
  return short;
}

/**
 * Gives each variable a name that no other has where it is used, if it can the one that others of its name have. What is
 * used most comes first, and of those called alike what is used in the fewest scopes.
 */
function assign(variables) {
  const uses = new Map();
  for (const { name, places } of variables) uses.set(name, (uses.get(name) ?? 0) + places.length);
  const order = variables.sort(
    (one, other) =>
      uses.get(other.name) - uses.get(one.name) ||
      (one.name < other.name ? -1 : Number(one.name > other.name)) ||
      one.scopes.size - other.scopes.size,
  );
  const given = new Map();
  for (const variable of order) {
    const { name, scope, scopes } = variable;
    const taken = new Set(
      order.filter((other) => scopes.has(other.scope) || other.scopes.has(scope)).map(({ short }) => short),
    );
    const alike = given.get(name) ?? [];
    variable.short = [...alike, ...NAMES].find((short) => !taken.has(short));
    if (!alike.includes(variable.short)) given.set(name, [...alike, variable.short]);
  }
  return order;
}

/** The script with its variables renamed, as a MagicString. */
export function likeNames(code) {
  const script = new MagicString(code);
  for (const { short, places } of assign(variablesOf(code)))
    for (const node of places) script.overwrite(node.getStart(), node.getEnd(), replacement(node, short));
  return script;
}

/** The script with names that depend on its structure alone. */
const structure = async (code, module) =>
  (
    await minify(code, {
      ecma: 2020,
      module,
      compress: false,
      mangle: { nth_identifier: { get: (n) => `v${n}` } },
      format: { shorthand: false, comments: false },
    })
  ).code;

/** A step of the build, after one that has left the variables' names as they were. Nothing but names differs afterwards. */
export const withLikeNames = {
  name: "like-names",
  async renderChunk(code, _, { format }) {
    const script = likeNames(code);
    const isModule = format === "es";
    if ((await structure(code, isModule)) !== (await structure(`${script}`, isModule)))
      throw Error("like-names: the script would not be the same");
    return { code: `${script}`, map: script.generateMap({ hires: "boundary" }) };
  },
};

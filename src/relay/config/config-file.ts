import { readFileSync } from "node:fs";
import { isObject } from "../envelope.js";
import { ConfigError } from "./config-error.js";
import { jsonFault } from "./json-fault.js";
import { quote } from "./quote.js";
import { groupOf, SETTINGS } from "./settings.js";

const GROUPS = new Set(SETTINGS.map(groupOf).filter((group) => group !== undefined));

/**
 * The settings of the configuration file, by path.
 *
 * @param isNamed whether somebody asked for this file: then it has to be there
 * @throws ConfigError about a file that cannot be read, an unknown key, a wrong value
 */
export function readConfigFile(file: string, isNamed: boolean): Map<string, unknown> {
  const content = parse(file, isNamed);
  const values = new Map<string, unknown>();
  for (const [key, value] of Object.entries(content)) {
    // Editors find the schema by it.
    if (key === "$schema") continue;
    if (!GROUPS.has(key)) {
      check(file, [key], value, values);
      continue;
    }
    if (!isObject(value)) throw new ConfigError(`${file}: ${key}: is not an object`);
    for (const [inner, each] of Object.entries(value)) check(file, [key, inner], each, values);
  }
  return values;
}

function check(file: string, keys: string[], value: unknown, values: Map<string, unknown>): void {
  const path = keys.join(".");
  // A key with a dot in it is not a path.
  const setting = SETTINGS.find((each) => each.path === path && path.split(".").length === keys.length);
  if (!setting) throw new ConfigError(`${file}: ${path}: there is no such setting`);
  const { kind, secret } = setting;
  if (!kind.accepts(value)) {
    const isQuoted = typeof value === "string" && /number|boolean/.test(typeof kind.fromText(value));
    const hint = isQuoted ? "; write it without quotation marks" : "";
    throw new ConfigError(
      `${file}: ${path}: ${secret ? "what is set" : quote(value)} is not ${kind.wants}${hint}`,
    );
  }
  values.set(path, value);
}

function parse(file: string, isNamed: boolean): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && !isNamed) return {};
    throw new ConfigError(`${file}: cannot be read (${code})`);
  }
  try {
    const content: unknown = JSON.parse(text);
    if (isObject(content)) return content;
  } catch {
    // Not the parser's message: it quotes the file, and so perhaps a secret.
    throw new ConfigError(`${file}: is not JSON: ${jsonFault(text)}`);
  }
  throw new ConfigError(`${file}: is not a JSON object`);
}

import { readFileSync } from "node:fs";
import type { RelayOptions } from "./config.js";
import { ConfigError } from "./config-error.js";
import { readConfigFile } from "./config-file.js";
import { nest } from "./nest.js";
import { quote } from "./quote.js";
import type { Setting } from "./setting.js";
import { SETTINGS } from "./settings.js";

export const DEFAULT_FILE = "./tracktag.config.json";

export interface Sources {
  /** By the flag's long name with its dashes, such as `--port`; true for one without a value. */
  flags: Record<string, string | true>;
  env: Record<string, string | undefined>;
  /** The configuration file, where one was named; otherwise the default, which need not be there. */
  file?: string;
}

/**
 * The settings from the configuration file, overridden by the environment, overridden by flags.
 *
 * @throws ConfigError about the first thing that is wrong, by its name
 */
export function loadOptions({ flags, env, file }: Sources): RelayOptions {
  const named = file ?? (env.TRACKTAG_CONFIG || undefined);
  const values = new Map<string, unknown>(readConfigFile(named ?? DEFAULT_FILE, named !== undefined));
  for (const setting of SETTINGS) {
    const value = fromFlag(setting, flags) ?? fromEnv(setting, env);
    if (value !== undefined) values.set(setting.path, value);
  }
  return nest(values);
}

function fromFlag({ flag = "", kind, secret }: Setting, flags: Sources["flags"]): unknown {
  const [name = ""] = flag.split(" ");
  const given = flags[name];
  return typeof given === "string" ? parse({ kind, secret }, given, name) : given;
}

function fromEnv(setting: Setting, env: Sources["env"]): unknown {
  // An empty variable is what compose files pass on for one that is not set.
  const given = env[setting.env] || undefined;
  const fileVariable = `${setting.env}_FILE`;
  const file = (setting.secret && env[fileVariable]) || undefined;
  if (file === undefined) return given === undefined ? undefined : parse(setting, given, setting.env);
  if (given !== undefined) throw new ConfigError(`${setting.env}: is set, and so is ${fileVariable}`);
  return parse(setting, readSecret(file, fileVariable), fileVariable);
}

function parse({ kind, secret }: Pick<Setting, "kind" | "secret">, text: string, name: string): unknown {
  const value = kind.fromText(text);
  if (value !== undefined) return value;
  throw new ConfigError(`${name}: ${secret ? "what is set" : quote(text)} is not ${kind.wants}`);
}

function readSecret(file: string, variable: string): string {
  try {
    return readFileSync(file, "utf8").trimEnd();
  } catch (error) {
    throw new ConfigError(`${variable}: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

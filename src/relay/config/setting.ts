import type { Kind } from "./kinds.js";

export interface Setting {
  /** Its path in the configuration file. What comes before a dot is the destination that it belongs to. */
  path: string;
  env: string;
  /** Its flag, with the value's name; a secret has none, for other users of a machine can read command lines. */
  flag?: string;
  kind: Kind;
  default?: unknown;
  /** Its destination does not start without it. */
  needed?: true;
  /** Never quoted; may also stand in a file whose name is in the variable of this name and `_FILE`. */
  secret?: true;
  help: string;
}

/** A setting's default as help and guide show it; undefined where there is nothing to show, such as an empty list. */
export function shownDefault({ default: preset }: Setting): string | undefined {
  const isEmpty = typeof preset === "object" && preset !== null && !Object.keys(preset).length;
  return preset === undefined || isEmpty ? undefined : String(preset);
}

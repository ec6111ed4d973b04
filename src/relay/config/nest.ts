import type { RelayOptions } from "./config.js";

/** Settings by their path, `sportradar.url` say, as an object of objects. */
export function nest(values: Map<string, unknown>): RelayOptions {
  const options: Record<string, unknown> = {};
  for (const [path, value] of values) {
    const [first = "", second] = path.split(".");
    if (second) options[first] = { ...(options[first] as object), [second]: value };
    else options[first] = value;
  }
  // The table of settings and this type have the same members: the operator's guide is tested against the table.
  return options as RelayOptions;
}

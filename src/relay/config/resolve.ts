import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Destination } from "../../destinations/destination.js";
import { DESTINATIONS, type DestinationName } from "../../destinations/index.js";
import type { RelayConfig, RelayOptions } from "./config.js";
import { ConfigError } from "./config-error.js";
import { groupOf, SETTINGS } from "./settings.js";

/** Once built, this code lies beside the scripts. */
const HERE = dirname(fileURLToPath(import.meta.url));

/**
 * Fills in the defaults.
 *
 * @throws ConfigError where a destination lacks what it needs
 */
export function resolveConfig(options: RelayOptions): RelayConfig {
  const { scripts = HERE, demoPages = join(scripts, "demo"), destinations = [] } = options;
  const config: Record<string, unknown> = { ...options, scripts, demoPages };
  for (const name of destinations) {
    config[name] = { ...options[name] };
    checkRenames(name, options[name]?.renameFields);
  }
  for (const setting of SETTINGS) {
    const group = groupOf(setting);
    if (group && !(destinations as string[]).includes(group)) continue;
    const target = (group ? config[group] : config) as Record<string, unknown>;
    const key = setting.path.slice(setting.path.lastIndexOf(".") + 1);
    target[key] ??= setting.default;
    const { kept } = setting.kind;
    if (kept && target[key] !== undefined) target[key] = kept(target[key] as string);
    if (setting.needed && target[key] === undefined) {
      throw new ConfigError(`${setting.env}: is needed by the destination ${group}, and not set`);
    }
  }
  return config as unknown as RelayConfig;
}

/** A field from which a destination makes more than its copy would be lost, or be another, under another name. */
function checkRenames(name: DestinationName, renames: Record<string, string> = {}): void {
  const { reads }: Pick<Destination<never>, "reads"> = DESTINATIONS[name];
  const field = Object.entries(renames)
    .flat()
    .find((each) => reads?.().includes(each));
  if (field === undefined) return;
  throw new ConfigError(
    `${name}.renameFields: "${field}" has a meaning of its own for ${name}, and is not to be renamed, nor another so`,
  );
}

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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
  for (const name of destinations) config[name] = { ...options[name] };
  for (const setting of SETTINGS) {
    const group = groupOf(setting);
    if (group && !(destinations as string[]).includes(group)) continue;
    const target = (group ? config[group] : config) as Record<string, unknown>;
    const key = setting.path.slice(setting.path.lastIndexOf(".") + 1);
    target[key] ??= setting.default;
    if (setting.needed && target[key] === undefined) {
      throw new ConfigError(`${setting.env}: is needed by the destination ${group}, and not set`);
    }
  }
  return config as unknown as RelayConfig;
}

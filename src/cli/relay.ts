import { type Command, Option } from "commander";
import type { RelayOptions } from "../relay/config/config.js";
import { leftOut } from "../relay/config/left-out.js";
import { DEFAULT_FILE, loadOptions } from "../relay/config/load.js";
import { shownDefault } from "../relay/config/setting.js";
import { SETTINGS } from "../relay/config/settings.js";
import { unknownVariables } from "../relay/config/unknown-variables.js";
import { createLog } from "../relay/log.js";
import { startRelay } from "../relay/server.js";
import { addDeadLetters } from "./dead-letters.js";
import { addEvents } from "./events.js";

/** `tracktag relay`: its flags are those settings that have one. */
export function addRelay(program: Command): void {
  const relay = program
    .command("relay")
    .description("receives batches, stores them, and forwards them to backends")
    .option("--config <file>", `configuration file; also TRACKTAG_CONFIG, default ${DEFAULT_FILE}`)
    .addHelpText("after", `\nFrom the environment or the configuration file only:\n${secrets()}`);
  const flags = SETTINGS.flatMap((setting) => {
    const { flag, env, help } = setting;
    const preset = shownDefault(setting);
    const shown = preset === undefined || preset === "false" ? "" : `, default ${preset}`;
    return flag ? [new Option(flag, `${help} (${env}${shown})`)] : [];
  });
  for (const flag of flags) relay.addOption(flag);

  const options = (): RelayOptions => {
    const given = relay.opts();
    const values = flags.map((flag) => [flag.long, given[flag.attributeName()]]);
    return loadOptions({ flags: Object.fromEntries(values), env: process.env, file: given.config });
  };
  relay.action(() => run(options()));
  addEvents(relay, options);
  addDeadLetters(relay, options);
}

async function run(options: RelayOptions): Promise<void> {
  const log = createLog(options.logLevel ?? "info");
  for (const { variable, meant } of unknownVariables(process.env))
    log.warn({ variable }, `there is no such setting${meant ? `. Did you mean ${meant}?` : ""}`);
  for (const destination of leftOut(options))
    log.warn({ destination }, "is configured, and not one of the destinations: nothing is forwarded to it");
  const { url, close } = await startRelay(options);
  const stop = () => void close().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // Last: whoever waits for this line may send a signal at once.
  console.log(`tracktag relay: listening on ${url}`);
}

function secrets(): string {
  return SETTINGS.filter(({ secret }) => secret)
    .map(({ env, help }) => `  ${env}, ${env}_FILE  ${help}`)
    .join("\n");
}

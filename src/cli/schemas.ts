import type { Command } from "commander";
import { eventSchemas } from "../destinations/primedata-schemas.js";
import { configSchema } from "../relay/config/schema.js";
import { UsageError } from "./usage-error.js";

/** What there are schemas of. */
const SCHEMAS: Record<string, { of: string; make(): unknown }> = {
  primedata: {
    of: "the event schemas to register at PrimeData, a list with one for each type",
    make: eventSchemas,
  },
  config: { of: "the JSON Schema of the relay's configuration file", make: configSchema },
};

/** `tracktag schemas`: prints JSON. */
export function addSchemas(program: Command): void {
  const names = Object.keys(SCHEMAS);
  program
    .command("schemas <of>")
    .description("prints schemas as JSON")
    .addHelpText("after", `\n${names.map((name) => `  ${name}  ${SCHEMAS[name]?.of}`).join("\n")}`)
    .action((name: string) => {
      if (!names.includes(name))
        throw new UsageError(`there are no schemas of ${name}, only of ${names.join(", ")}`);
      console.log(JSON.stringify(SCHEMAS[name]?.make(), null, 2));
    });
}

import { attempt } from "./lib/attempt.js";
import type { Report } from "./lib/report.js";

/** A command and its arguments, such as `["identify", "520535"]`. */
export type Command = [name: string, ...args: unknown[]];

/** The commands, and of what types the arguments of each may be. */
const COMMANDS: Record<string, string[]> = {
  init: ["undefined object"],
  identify: ["null string", "undefined object", "undefined array"],
  track: ["string", "undefined object"],
  page: ["undefined string"],
  consent: ["boolean"],
  scan: ["object"],
  flush: [],
  beforeSend: ["function"],
  subscribe: ["function"],
  stats: [],
  stop: [],
};

const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/** The methods as commands: each checks its arguments, and reports what is wrong instead of throwing it. */
export function toCommands<Methods extends object>(methods: Methods, report: Report) {
  const commands = {
    /** Runs commands, such as `["identify", "520535"]`. */
    push(...list: Command[]): void {
      for (const [name, ...args] of list) run(name, args);
    },
  };

  const run = (name: string, args: unknown[]): unknown =>
    attempt(() => {
      if (COMMANDS[name]?.every((types, index) => types.includes(typeOf(args[index]))))
        return (methods[name as keyof Methods] as (...args: unknown[]) => unknown)(...args);
      report(`bad command ${name}(${args})`);
    }, report);

  for (const name in COMMANDS) Object.assign(commands, { [name]: (...args: unknown[]) => run(name, args) });
  return commands as Methods & typeof commands;
}

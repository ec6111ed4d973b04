import { attempt } from "./lib/attempt.js";
import type { Report } from "./lib/report.js";

/** A command and its arguments, such as `["identify", "520535"]`. */
export type Command = [name: string, ...args: unknown[]];

/** The commands, and of what types the arguments of each may be. */
const COMMANDS: Record<string, string[]> = {
  init: ["Undefined Object"],
  identify: ["Null String", "Undefined Object", "Undefined Array"],
  track: ["String", "Undefined Object"],
  page: ["Undefined String"],
  consent: ["Boolean"],
  scan: ["ShadowRoot HTMLDocument"],
  flush: [],
  beforeSend: ["Function"],
  subscribe: ["Function"],
  stats: [],
  stop: [],
};

const typeOf = (value: unknown): string => ({}).toString.call(value).slice(8, -1);

/** The methods as commands: each checks its arguments, and reports what is wrong instead of throwing it. */
export function toCommands<Methods extends object>(methods: Methods, report: Report) {
  const run = (name: string, args: unknown[]): unknown =>
    attempt(() => {
      if (COMMANDS[name]?.every((types, index) => types.includes(typeOf(args[index]))))
        return (methods[name as keyof Methods] as (...args: unknown[]) => unknown)(...args);
      report(`bad command ${name}(${args})`);
    }, report);

  const commands = {
    /** Runs commands, such as `["identify", "520535"]`. */
    push(...list: Command[]): void {
      for (const [name, ...args] of list) run(name, args);
    },
  } as Methods & { push(...list: Command[]): void };
  for (const name in COMMANDS)
    commands[name as keyof Methods] = ((...args: unknown[]) => run(name, args)) as never;
  return commands;
}

import { attempt } from "./lib/attempt.js";
import { toJson } from "./lib/json.js";
import { report } from "./lib/report.js";

/** A command and its arguments, such as `["identify", "520535"]`. */
export type Command = [name: string, ...args: unknown[]];

/** The commands, and of what types the arguments of each may be: a regular expression for each, none for no check. */
const COMMANDS: Record<string, string> = {
  init: "Object|Undefined",
  identify: "String|Null Object|Undefined Array|Undefined",
  track: "String Object|Undefined",
  page: "String|Undefined",
  consent: "Boolean",
  scan: "ShadowRoot|HTMLDocument",
  flush: "",
  beforeSend: "Function",
  subscribe: "Function",
  stats: "",
  stop: "",
};

const typeOf = (value: unknown): string => ({}).toString.call(value);

/** The methods as commands: each checks its arguments, and reports what is wrong instead of throwing it. */
export function toCommands<Methods extends object>(methods: Methods) {
  const run = (command: Command): unknown =>
    attempt(() => {
      // Nobody knows what the page has pushed: null is no list, and an object has a `constructor`, too.
      const [name, ...args] = ([] as unknown[]).concat(command) as Command;
      if (COMMANDS[name]?.split?.(" ").every((type, index) => RegExp(type).test(typeOf(args[index]))))
        return (methods[name as keyof Methods] as (...args: unknown[]) => unknown)(...args);
      report(`bad command ${toJson(command)}`);
    }, report);

  const commands = {
    /** Runs commands, such as `["identify", "520535"]`. */
    push: (...list: Command[]): void => list.forEach(run),
  } as Methods & { push(...list: Command[]): void };
  for (const name of Object.keys(COMMANDS))
    commands[name as keyof Methods] = ((...args: unknown[]) => run([name, ...args])) as never;
  return commands;
}

import { attempt } from "./lib/attempt.js";
import { toJson } from "./lib/json.js";
import { report } from "./lib/report.js";

/** A command and its arguments, such as `["identify", "520535"]`. */
export type Command = [name: string, ...args: unknown[]];

/** A method, and of what types its arguments may be: a regular expression for each. */
type Table<Methods> = { [Name in keyof Methods]: [method: Methods[Name], ...types: string[]] };

type Row = [method: (...args: unknown[]) => unknown, ...types: string[]];

const typeOf = (value: unknown): string => ({}).toString.call(value);

/** The methods as commands: each checks its arguments, and reports what is wrong instead of throwing it. */
export const toCommands = <Methods extends object>(table: Table<Methods>) => {
  const rows = new Map(Object.entries(table)) as Map<string, Row>;
  const run = (command: Command): unknown =>
    attempt(() => {
      // Nobody knows what the page has pushed.
      const [name, ...args] = ([] as unknown[]).concat(command) as Command;
      const [method, ...types] = rows.get(name) ?? [];
      if (method && types.every((type, index) => RegExp(type).test(typeOf(args[index]))))
        return method(...args);
      report(`bad command ${toJson(command)}`);
    }, "bad command: ");

  const commands = {
    /** Runs commands, such as `["identify", "520535"]`. */
    push: (...list: Command[]): void => list.forEach(run),
  } as Methods & { push(...list: Command[]): void };
  for (const name in table) commands[name] = ((...args: unknown[]) => run([name, ...args])) as never;
  return commands;
};

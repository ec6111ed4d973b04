import { SETTINGS } from "./settings.js";

/** Variables that are none of the settings', and yet the relay's or its command's. */
const OTHERS = ["TRACKTAG_CONFIG"];

const KNOWN = [...OTHERS, ...SETTINGS.flatMap(({ env, secret }) => (secret ? [env, `${env}_FILE`] : env))];

const PREFIXES = [...new Set(KNOWN.map((name) => name.slice(0, name.indexOf("_") + 1)))];

/** What Kubernetes sets for a service named like one of them. */
const SERVICE = /_(SERVICE_(HOST|PORT)(_\w+)?|PORT_\d+_(TCP|UDP)(_\w+)?)$/;

/** More changes than this, and it was meant to be something else. */
const FAR = 4;

/** The variables that look like settings and are none, each with the one that may have been meant. */
export function unknownVariables(env: Record<string, unknown>): { variable: string; meant?: string }[] {
  return Object.keys(env)
    .filter((name) => PREFIXES.some((prefix) => name.startsWith(prefix)))
    .filter((name) => !KNOWN.includes(name) && !SERVICE.test(name))
    .map((variable) => ({ variable, meant: nearest(variable) }));
}

function nearest(name: string): string | undefined {
  const [first] = KNOWN.map((known) => ({ known, far: distance(name, known) })).sort((a, b) => a.far - b.far);
  return first && first.far <= FAR ? first.known : undefined;
}

/** How many letters have to be put in, left out or changed to make the one of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [place, each] of [...other].entries()) {
      const changed = (row[place] as number) + (letter === each ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] as number) + 1, (next[place] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
}

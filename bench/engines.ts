import { missing } from "../scripts/engine-programs.mjs";
import type { Engine } from "../test/truth/engines/engine.js";
import { startFirefox } from "../test/truth/engines/firefox.js";
import { startWebKit } from "../test/truth/engines/webkit.js";

/** Those beside Chromium, as the truth suite drives them. */
export const ENGINES = { firefox: startFirefox, webkit: startWebKit } satisfies Record<
  string,
  () => Promise<Engine>
>;

export type EngineName = keyof typeof ENGINES;

/** A part that cannot be measured here, and why. */
export interface Skipped {
  part: string;
  why: string;
}

/** Whether it is here and starts: what it calls itself, or why it does not. */
async function look(name: EngineName): Promise<{ version: string } | { why: string }> {
  const lacking = missing(name);
  if (lacking.length) return { why: `${lacking.join(" and ")} not installed` };
  try {
    const { version, close } = await ENGINES[name]();
    await close();
    return { version };
  } catch (error) {
    return { why: `${error}`.split("\n")[0] as string };
  }
}

/** The parts of a plan that can be measured here, the others, and the versions of the engines beside Chromium. */
export async function present<Part extends { name: string; engine?: EngineName }>(
  plan: Part[],
): Promise<{ here: Part[]; skipped: Skipped[]; versions: string[] }> {
  const here: Part[] = [];
  const skipped: Skipped[] = [];
  const versions: string[] = [];
  for (const part of plan) {
    const found = part.engine && (await look(part.engine));
    if (found && "why" in found) skipped.push({ part: part.name, why: found.why });
    else here.push(part);
    if (found && "version" in found) versions.push(found.version);
  }
  return { here, skipped, versions };
}

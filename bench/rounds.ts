import type { Browser } from "@playwright/test";
import type { Contender } from "./contenders.js";
import type { Part } from "./plan.js";
import { withSession } from "./session.js";
import type { Site } from "./site.js";
import { shuffled } from "./stats.js";

/** One figure of one round. */
export interface Sample {
  /** The name of the part of the plan. */
  part: string;
  contender: string;
  /** Phase and figure, such as `start.total`. */
  metric: string;
  round: number;
  value: number;
}

/** Who was left out from a round on, and why. */
export interface Absence {
  part: string;
  contender: string;
  why: string;
}

/** One page with one contender through all phases. */
export const samplesOf = (browser: Browser, site: Site, part: Part, contender: Contender, round: number) =>
  withSession(browser, site, contender, part.cards, async (session) => {
    const samples: Sample[] = [];
    for (const [phase, measure] of Object.entries(part.phases))
      for (const [figure, value] of Object.entries(await measure(session)))
        samples.push({
          part: part.name,
          contender: contender.name,
          metric: `${phase}.${figure}`,
          round,
          value,
        });
    return samples;
  });

/**
 * Each round has every part with every contender, in an order of its own: what the machine does meanwhile meets all of
 * them alike. Who takes longer than `limit`, ms, is not asked again.
 */
export async function runRounds(
  browser: Browser,
  site: Site,
  { plan, rounds, limit }: { plan: Part[]; rounds: number; limit: number },
  tell: (line: string) => void,
): Promise<{ samples: Sample[]; absences: Absence[] }> {
  const samples: Sample[] = [];
  const absences: Absence[] = [];
  for (let round = 0; round < rounds; round++)
    for (const part of plan)
      for (const contender of shuffled(part.contenders, round + 1)) {
        if (absences.some((one) => one.part === part.name && one.contender === contender.name)) continue;
        const begun = performance.now();
        samples.push(...(await samplesOf(browser, site, part, contender, round)));
        const took = performance.now() - begun;
        tell(`round ${round + 1}, ${part.name}, ${contender.name}: ${(took / 1000).toFixed(1)} s`);
        if (took > limit)
          absences.push({ part: part.name, contender: contender.name, why: `${Math.round(took / 1000)} s` });
      }
  return { samples, absences };
}

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

export interface Measures {
  plan: Part[];
  rounds: number;
  /** How long one page with one contender may take before it is not asked again, ms. */
  limit: number;
  /** The moment of `performance.now()` after which no other page is opened. */
  end: number;
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
 * them alike. Who fails, or takes longer than `limit`, is not asked again in that part.
 */
export async function runRounds(
  browser: Browser,
  site: Site,
  { plan, rounds, limit, end }: Measures,
  tell: (line: string) => void,
): Promise<{ samples: Sample[]; absences: Absence[] }> {
  const samples: Sample[] = [];
  const absences: Absence[] = [];
  const turns = Array.from({ length: rounds }, (_, round) =>
    plan.flatMap((part) =>
      shuffled(part.contenders, round + 1).map((contender) => ({ round, part, contender })),
    ),
  );
  for (const { round, part, contender } of turns.flat()) {
    const who = { part: part.name, contender: contender.name };
    const isAbsent = absences.some((one) => one.part === who.part && one.contender === who.contender);
    if (isAbsent || performance.now() > end) continue;
    const begun = performance.now();
    try {
      samples.push(...(await samplesOf(browser, site, part, contender, round)));
    } catch (error) {
      absences.push({ ...who, why: `failed: ${error}` });
    }
    const took = performance.now() - begun;
    if (took > limit) absences.push({ ...who, why: `took ${Math.round(took / 1000)} s for one round` });
    tell(`round ${round + 1}, ${who.part}, ${who.contender}: ${(took / 1000).toFixed(1)} s`);
  }
  return { samples, absences };
}

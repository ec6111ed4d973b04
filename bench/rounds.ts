import type { Chromium } from "./chromium.js";
import { pass } from "./pass.js";
import type { Part } from "./plan.js";
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
  /** How long one page with one contender may take, ms. */
  limit: number;
  /** The moment of `performance.now()` after which no other page is opened. */
  end: number;
}

/** What a run has given. */
export interface Rounds {
  samples: Sample[];
  absences: Absence[];
  /** How long each part took in all rounds, s. */
  took: Record<string, number>;
}

/**
 * Each round has every part with every contender, in an order of its own: what the machine does meanwhile meets all of
 * them alike. Who fails, or takes longer than `limit`, is not asked again in that part.
 */
export async function runRounds(
  chromium: Chromium,
  site: Site,
  { plan, rounds, limit, end }: Measures,
  tell: (line: string) => void,
): Promise<Rounds> {
  const samples: Sample[] = [];
  const absences: Absence[] = [];
  const took: Rounds["took"] = {};
  const turns = Array.from({ length: rounds }, (_, round) =>
    plan
      .filter((part) => round < (part.rounds ?? rounds))
      .flatMap((part) =>
        shuffled(part.contenders, round + 1).map((contender) => ({ round, part, contender })),
      ),
  );
  for (const { round, part, contender } of turns.flat()) {
    const who = { part: part.name, contender: contender.name };
    const isAbsent = absences.some((one) => one.part === who.part && one.contender === who.contender);
    if (isAbsent || performance.now() > end) continue;
    const begun = performance.now();
    const why = await pass({ browser: chromium.browser, site, part, contender, limit }, (metric, value) =>
      samples.push({ ...who, metric, round, value }),
    );
    if (why) {
      absences.push({ ...who, why });
      await chromium.renew();
    }
    const seconds = (performance.now() - begun) / 1000;
    took[part.name] = (took[part.name] ?? 0) + seconds;
    tell(`round ${round + 1}, ${who.part}, ${who.contender}: ${seconds.toFixed(1)} s${why && `, ${why}`}`);
  }
  return { samples, absences, took };
}

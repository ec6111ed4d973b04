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
  /** How long one page with one contender may take, ms. */
  limit: number;
  /** The moment of `performance.now()` after which no other page is opened. */
  end: number;
}

/** One page with one contender through all phases. Returns why it came no further, if it did not. */
async function pass(
  browser: Browser,
  site: Site,
  part: Part,
  contender: Contender,
  limit: number,
  take: (metric: string, value: number) => void,
): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, limit, `was stopped after ${limit / 1000} s`);
  });
  try {
    await withSession(browser, site, contender, part.cards, async (session) => {
      const all = async () => {
        for (const [phase, measure] of Object.entries(part.phases))
          for (const [figure, value] of Object.entries(await measure(session)))
            take(`${phase}.${figure}`, value);
      };
      await Promise.race([all(), late]);
    });
    return "";
  } catch (reason) {
    // It may have been stopped while it was traced.
    await browser.stopTracing().catch(() => {});
    return `${reason}`.split("\n")[0] as string;
  } finally {
    clearTimeout(timer);
  }
}

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
    const why = await pass(browser, site, part, contender, limit, (metric, value) =>
      samples.push({ ...who, metric, round, value }),
    );
    if (why) absences.push({ ...who, why });
    const took = ((performance.now() - begun) / 1000).toFixed(1);
    tell(`round ${round + 1}, ${who.part}, ${who.contender}: ${took} s${why && `, ${why}`}`);
  }
  return { samples, absences };
}

import { expect, test } from "./fixtures.js";
import { PAGES } from "./pages.js";
import { seedOf } from "./random.js";
import type { Report } from "./report.js";
import { serve } from "./serve.js";
import { story } from "./story.js";
import { judge } from "./verdict.js";
import { walk } from "./walk.js";

/** Another walk than that of every day; what a failure prints replays it. */
const given = process.env.TRACKTAG_SEED;

for (const page of PAGES)
  test(`${page.name}: what was seen counts, nothing else does`, async ({
    site,
    relay,
    tab,
    engine,
  }, info) => {
    const seed = given ? Number(given) : seedOf(page.name, 1);
    serve(site, page);
    await tab.open(site.origin + Object.keys(page.documents)[0]);
    const log = await walk(tab, seed, page.zoom);
    const reports = await tab.evaluate<Report[]>("truth.finish()");
    const verdict = judge(reports, relay.events());
    const { must, found, counted, true: right } = verdict;
    info.annotations.push({
      type: "measured",
      description: JSON.stringify({ page: page.name, engine: engine.version, must, found, counted, right }),
    });
    // A walk in which nothing was seen shows nothing.
    expect(must, log.join("; ")).toBeGreaterThan(1);
    expect({ recall: found / must, precision: right / counted }, story(verdict, seed, log)).toEqual({
      recall: 1,
      precision: 1,
    });
    expect(verdict.clicksReceived, story(verdict, seed, log)).toEqual(verdict.clicksMade);
  });

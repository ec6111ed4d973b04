import { expectTruth } from "./expect-truth.js";
import { test } from "./fixtures.js";
import { PAGES } from "./pages.js";
import { seedOf } from "./random.js";
import type { Report } from "./report.js";
import { serve } from "./serve.js";
import { judge } from "./verdict.js";
import { walk } from "./walk.js";

/** Another walk than that of every day: a failure says which. */
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
    const verdict = judge(await tab.evaluate<Report[]>("truth.finish()"), relay.events());
    const { must, found, counted, right, clicksMade, clicksReceived } = verdict;
    const measured = {
      page: page.name,
      engine: engine.version,
      ...{ must, found, counted, right, clicks: clicksMade.length },
      areClicksExact: clicksMade.join() === clicksReceived.join(),
    };
    info.annotations.push({ type: "measured", description: JSON.stringify(measured) });
    expectTruth(verdict, `TRACKTAG_SEED=${seed}: ${log.join("; ")}`);
  });

import { expectTruth } from "../truth/expect-truth.js";
import { expect, test } from "../truth/fixtures.js";
import { PAGES } from "../truth/pages.js";
import { seedOf } from "../truth/random.js";
import type { Report } from "../truth/report.js";
import { serve } from "../truth/serve.js";
import { judge } from "../truth/verdict.js";
import { walk } from "../truth/walk.js";
import { expectParked } from "./parked.js";

/** Far below whatever the page has, so that there is something to park. */
const FAR = `const far = document.createElement("div");
  far.innerHTML = '<p style="height: 9000px"></p>' + '<p data-track-event="99" style="height: 90px"></p>'.repeat(40);
  document.documentElement.append(far)`;

const given = process.env.TRACKTAG_SEED;

for (const page of PAGES)
  test(`${page.name}, with parking: what was seen counts, nothing else does`, async ({
    site,
    relay,
    tab,
  }) => {
    const seed = given ? Number(given) : seedOf(page.name, 1);
    serve(site, page, { lobby: "1" });
    await tab.open(site.origin + Object.keys(page.documents)[0]);
    await tab.evaluate(`{ ${FAR} }`);
    await expectParked(tab);
    const log = await walk(tab, seed, page.zoom);
    const verdict = judge(await tab.evaluate<Report[]>("truth.finish()"), relay.events());
    expectTruth(verdict, `TRACKTAG_SEED=${seed}: ${log.join("; ")}`);
    expect(verdict.must).toBeGreaterThan(1);
  });

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUNDLES } from "../truth/build.js";
import { expectTruth } from "../truth/expect-truth.js";
import { test } from "../truth/fixtures.js";
import type { Report } from "../truth/report.js";
import { judge } from "../truth/verdict.js";
import { expectPrompt, NOTES } from "./lateness.js";
import { CROWD, crowd, STYLE } from "./layout.js";
import { LAYOUTS } from "./layouts.js";
import { expectOnly, expectParked } from "./parked.js";

/** Options as operators have them; parking from the first element on. */
const TAG = { viewability: undefined, pageviews: undefined, "flush-interval": "100", lobby: "1" };

/** Clearly longer than the dwell, ms. */
const REST = 1700;

for (const { name, css = "", html, steps, gives = "" } of LAYOUTS)
  test(`${name}: what was seen counts, at once, nothing else does${gives && `; ${gives}`}`, async ({
    site,
    relay,
    tab,
  }) => {
    site.file("/truth/sampler.js", readFileSync(join(BUNDLES, "sampler.js"), "utf8"));
    const head = `<script src="/truth/sampler.js"></script>${NOTES}<style>${STYLE} ${css}</style>`;
    site.page("/", { tag: TAG, head, body: crowd + html });
    await tab.open(`${site.origin}/`);
    await tab.resize(1280, 720, 1);
    const rest = () => tab.evaluate(`new Promise((resolve) => setTimeout(resolve, ${REST}))`);
    await rest();
    if (gives) await expectOnly(tab, CROWD);
    else await expectParked(tab, CROWD + 1);
    const since = await tab.evaluate<number>("performance.now()");
    for (const step of steps) {
      if (typeof step === "string") await tab.evaluate(`{ ${step} }`);
      else await step(tab);
      await rest();
    }
    const reports = await tab.evaluate<Report[]>("truth.finish()");
    expectTruth(judge(reports, relay.events()), name);
    await expectPrompt(tab, reports, since);
  });

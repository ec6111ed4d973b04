import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUNDLES } from "../truth/build.js";
import { expectTruth } from "../truth/expect-truth.js";
import { expect, test } from "../truth/fixtures.js";
import type { Report } from "../truth/report.js";
import { judge } from "../truth/verdict.js";
import { STYLE } from "./layout.js";
import { LAYOUTS } from "./layouts.js";
import { expectParked, parkedIn } from "./parked.js";

/** Options as operators have them; parking from the first element on. */
const TAG = { viewability: undefined, pageviews: undefined, "flush-interval": "100", lobby: "1" };

/** Clearly longer than the dwell, ms. */
const REST = 1700;

for (const { name, css = "", html, steps, gives = "" } of LAYOUTS)
  test(`${name}: what was seen counts, nothing else does${gives && `; ${gives}`}`, async ({
    site,
    relay,
    tab,
  }) => {
    site.file("/truth/sampler.js", readFileSync(join(BUNDLES, "sampler.js"), "utf8"));
    const head = `<script src="/truth/sampler.js"></script><style>${STYLE} ${css}</style>`;
    site.page("/", { tag: TAG, head, body: html });
    await tab.open(`${site.origin}/`);
    await tab.resize(1280, 720, 1);
    const rest = () => tab.evaluate(`new Promise((resolve) => setTimeout(resolve, ${REST}))`);
    await rest();
    if (gives) expect(await parkedIn(tab)).toBe(0);
    else await expectParked(tab);
    for (const step of steps) {
      if (typeof step === "string") await tab.evaluate(`{ ${step} }`);
      else await step(tab);
      await rest();
    }
    expectTruth(judge(await tab.evaluate<Report[]>("truth.finish()"), relay.events()), name);
  });

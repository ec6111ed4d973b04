import { seedOf } from "../truth/random.js";
import { OTHERS_VISITS, VISITS, WALK } from "./extent.js";
import { test } from "./fixtures.js";
import { planOf } from "./plan.js";
import { naive } from "./subjects/naive.js";
import { posthog } from "./subjects/posthog.js";
import { tracktag } from "./subjects/tracktag.js";
import { walk } from "./walk.js";

/** Another walk than that of every day: a failure says which. */
const base = Number(process.env.TRACKTAG_SEED ?? 1);

for (let begun = 0; begun < VISITS; begun += WALK)
  for (const subject of [tracktag, posthog, naive]) {
    const visits = Math.min(WALK, (subject === tracktag ? VISITS : OTHERS_VISITS) - begun);
    if (visits <= 0) continue;
    test.describe(subject.name, () => {
      test.use({ subject });

      test(`walk from visit ${begun + 1}, ${subject.name}`, async ({ stage, expectDelivered }, info) => {
        const plan = planOf(seedOf(`walk ${begun}`, base), visits);
        info.annotations.push({ type: "planned", description: JSON.stringify(plan) });
        await walk(stage, plan);
        await expectDelivered(/./);
      });
    });
  }

import { seedOf } from "../truth/random.js";
import { VISITS, WALK } from "./extent.js";
import { test } from "./fixtures.js";
import { naive } from "./subjects/naive.js";
import { posthog } from "./subjects/posthog.js";
import { tracktag } from "./subjects/tracktag.js";
import { walk } from "./walk.js";

/** Another walk than that of every day: a failure says which. */
const base = Number(process.env.TRACKTAG_SEED ?? 1);

for (let begun = 0; begun < VISITS; begun += WALK)
  for (const subject of [tracktag, posthog, naive])
    test.describe(subject.name, () => {
      test.use({ subject });

      test(`walk from visit ${begun + 1}, ${subject.name}`, async ({ stage, expectDelivered }, info) => {
        const seed = seedOf(`walk ${begun}`, base);
        const log = await walk(stage, seed, Math.min(WALK, VISITS - begun));
        info.annotations.push({ type: "walked", description: log.join("; ") });
        await expectDelivered(/./);
      });
    });

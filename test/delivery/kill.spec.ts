import { IS_WHOLE } from "./extent.js";
import type { Fault } from "./faults.js";
import { expect, test } from "./fixtures.js";
import { stay } from "./visitor.js";

/** How requests fare, and from the last click to the kill, ms; at the last of these moments nothing may be lost. */
const ROADS: { road: string; fault: Fault; before: number[]; moments: number[]; times: number }[] = [
  // Then it was sent.
  { road: "the relay answers", fault: "pass", before: [], moments: [0, 100, 200, 300, 500, 1000], times: 3 },
  // Then the browser has written its storage.
  {
    road: "nothing answers",
    fault: "hang",
    before: [],
    moments: [0, 1000, 3000, 4000, 5000, 6000],
    times: 3,
  },
  // Chromium writes one site's storage once a minute, in the long run: what it wrote before makes what follows wait.
  {
    road: "nothing answers, a second click",
    fault: "hang",
    before: [7000],
    moments: [6000, 30_000, 65_000],
    times: 1,
  },
];

for (const { road, fault, before, moments, times } of ROADS) {
  const safe = moments.at(-1) as number;
  // In every day's run when a click must be safe, where that is soon.
  for (const ms of IS_WHOLE ? moments : before.length ? [] : [safe])
    test(`browser killed ${ms} ms after a click, ${road}`, async ({ stage, expectDelivered }) => {
      const { visitor, proxy, sink, ledger } = stage;
      for (let n = 0; n < (IS_WHOLE ? times : 1); n++) {
        proxy.fault = () => fault;
        const tab = await visitor.visit();
        for (const pause of before) {
          await visitor.click(tab);
          await stay(tab, pause);
        }
        await visitor.click(tab);
        await expect.poll(() => ledger.clicks().length, { intervals: [1] }).toBe(visitor.clicks);
        if (ms) await stay(tab, ms);
        await visitor.kill();
        proxy.heal();
        ledger.endanger("browser killed", sink.stored(), await visitor.remembered());
      }
      if (ms < safe) await expectDelivered(/browser killed/);
      else await expectDelivered();
    });
}

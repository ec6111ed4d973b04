import { IS_WHOLE } from "./extent.js";
import { expect, test } from "./fixtures.js";
import { stay } from "./visitor.js";

/** From a click to the kill, ms. */
const MOMENTS = [0, 50, 100, 200, 300, 500, 1000, 2000, 3000, 4000, 5000, 6000];

/** In every day's run when a click must be safe. */
const momentsOf = (fault: keyof typeof SAFE) => (IS_WHOLE ? MOMENTS : [SAFE[fault]]);

/** How often each is measured. */
const TIMES = IS_WHOLE ? 3 : 1;

/** When a click must be safe, ms: sent, where there is an answer; else when the browser has written its storage. */
const SAFE = { pass: 1000, hang: 6000 };

for (const fault of ["pass", "hang"] as const)
  for (const ms of momentsOf(fault))
    test(`browser killed ${ms} ms after a click, ${fault === "pass" ? "the relay answers" : "nothing answers"}`, async ({
      stage,
      expectDelivered,
    }) => {
      const { visitor, proxy, sink, ledger } = stage;
      for (let n = 1; n <= TIMES; n++) {
        proxy.fault = () => fault;
        const tab = await visitor.visit();
        await visitor.click(tab);
        await expect.poll(() => ledger.clicks().length, { intervals: [1] }).toBe(n);
        if (ms) await stay(tab, ms);
        await visitor.kill();
        proxy.heal();
        ledger.endanger("browser killed", sink.stored(), await visitor.remembered());
      }
      if (ms < SAFE[fault]) await expectDelivered(/browser killed/);
      else await expectDelivered();
    });

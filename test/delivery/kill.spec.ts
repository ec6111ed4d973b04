import { VISITS } from "./extent.js";
import { expect, test } from "./fixtures.js";
import { stay } from "./visitor.js";

/** From a click to the kill, ms: in every day's run before it was sent, after that, and when it is on disk for sure. */
const MOMENTS =
  VISITS < 1000 ? [0, 1000, 6000] : [0, 50, 100, 200, 300, 500, 1000, 2000, 3000, 4000, 5000, 6000];

/** How often each is measured. */
const TIMES = Math.ceil(VISITS / 200);

/** When a click must be safe, ms: sent, where there is an answer; else when the browser has written its storage. */
const SAFE = { pass: 1000, hang: 6000 };

for (const fault of ["pass", "hang"] as const)
  for (const ms of MOMENTS)
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
        if (ms < SAFE[fault]) ledger.endanger("browser killed", sink.stored());
        await visitor.kill();
        proxy.heal();
      }
      await expectDelivered(/browser killed/);
    });

import { randomBy } from "../truth/random.js";
import { IS_WHOLE } from "./extent.js";
import { expect, test } from "./fixtures.js";
import { stay } from "./visitor.js";

/** How long there is no network, ms. */
const OFFLINE = IS_WHOLE ? 60_000 : 3000;

/** How many requests are made where one in a hundred meets a reset, and a seed by which each kind of reset is met. */
const [REQUESTS, SEED] = [200, 32];

test(`offline for ${OFFLINE / 1000} s, with clicks`, async ({ stage, expectDelivered }) => {
  const { visitor, proxy, sink, ledger } = stage;
  const tab = await visitor.visit();
  await visitor.context().setOffline(true);
  ledger.enter("offline", sink.stored());
  const requests = proxy.met.pass;
  for (let n = 0; n < 6; n++) {
    await visitor.click(tab);
    await stay(tab, OFFLINE / 6);
  }
  expect(proxy.met.pass).toBe(requests);
  await visitor.context().setOffline(false);
  // By itself, and by the same page.
  await expect.poll(stage.missing, { timeout: 70_000 }).toBe(0);
  await expectDelivered();
});

test("relay down for a while", async ({ stage, failed, expectDelivered }) => {
  const { visitor, sink, ledger } = stage;
  const tab = await visitor.visit();
  await visitor.click(tab);
  await visitor.drained(tab);
  await sink.kill();
  ledger.enter("relay down", sink.stored());
  await visitor.click(tab);
  await failed();
  await visitor.visit(tab);
  await visitor.click(tab);
  await failed();
  await tab.close();
  await expectDelivered();
});

test("relay killed in the middle of requests", async ({ stage, expectDelivered }) => {
  const { visitor, proxy, sink, ledger } = stage;
  ledger.enter("relay killed", sink.stored());
  const tab = await visitor.visit();
  for (let n = 1; n <= 5; n++) {
    proxy.fault = () => "killed";
    await visitor.click(tab);
    await expect.poll(() => proxy.met.killed ?? 0).toBeGreaterThanOrEqual(n);
    proxy.heal();
    await sink.start();
    await visitor.drained(tab);
  }
  await expectDelivered();
});

test("answers lost after the relay has accepted", async ({ stage, expectDelivered }) => {
  const { visitor, proxy, sink, ledger } = stage;
  ledger.enter("answers lost", sink.stored());
  proxy.fault = () => "lost";
  const tab = await visitor.visit();
  for (let n = 1; n <= 3; n++) {
    await visitor.click(tab);
    await expect.poll(() => proxy.met.lost ?? 0).toBeGreaterThanOrEqual(n);
  }
  await visitor.visit(tab);
  const { copies } = await expectDelivered();
  expect(copies).toBeGreaterThan(0);
});

test("latency of 10 s: a page that stays, and one that is left", async ({ stage, expectDelivered }) => {
  const { visitor, proxy, sink, ledger } = stage;
  ledger.enter("latency", sink.stored());
  proxy.fault = () => "slow";
  const staying = await visitor.visit();
  const left = await visitor.visit();
  await visitor.click(left);
  await left.close();
  await staying.bringToFront();
  await visitor.click(staying);
  await visitor.drained(staying);
  expect(proxy.met.slow).toBeGreaterThan(1);
  await expectDelivered();
});

test("1 % of the requests meet a reset, at random", async ({ stage, expectDelivered }) => {
  const { visitor, proxy, sink, ledger } = stage;
  const random = randomBy(SEED);
  ledger.enter("resets", sink.stored());
  const resets = ["reset", "cut", "lost"] as const;
  proxy.fault = () => (random() < 0.01 ? (resets[Math.floor(random() * 3)] as "reset") : "pass");
  const tab = await visitor.visit();
  await tab.evaluate(async (requests) => {
    const { tracktag } = window as unknown as { tracktag: import("../../src/tracker.js").Tracker };
    for (let n = 0; n < requests; n++) {
      tracktag.track("custom", { n });
      await tracktag.flush();
    }
  }, REQUESTS);
  await visitor.drained(tab);
  expect(Object.keys(proxy.met).sort()).toEqual(["pass", ...resets].sort());
  await expectDelivered();
});

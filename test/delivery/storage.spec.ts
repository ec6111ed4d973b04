import { exhaustBeacons, fillStorage } from "./exhaustion.js";
import { expect, test } from "./fixtures.js";

test("the beacons' quota exhausted by another script", async ({
  stage: { visitor, proxy },
  expectDelivered,
}) => {
  const tab = await visitor.visit();
  for (let n = 0; n < 5; n++) {
    await exhaustBeacons(tab, proxy.url);
    await visitor.click(tab);
    await visitor.visit(tab);
  }
  await exhaustBeacons(tab, proxy.url);
  await visitor.click(tab);
  await tab.close();
  expect(proxy.met.hang).toBeGreaterThan(1);
  await expectDelivered();
});

test("storage full", async ({ stage: { visitor }, expectDelivered }) => {
  const tab = await visitor.visit();
  for (let n = 0; n < 5; n++) {
    await fillStorage(tab);
    await visitor.click(tab);
    await visitor.visit(tab);
  }
  await visitor.click(tab);
  await tab.close();
  await expectDelivered();
});

test("storage full, after an answer that was a failure", async ({ stage, failed, expectDelivered }) => {
  const { visitor, proxy, sink, ledger } = stage;
  const tab = await visitor.visit();
  await visitor.drained(tab);
  await fillStorage(tab);
  proxy.fault = () => "reset";
  ledger.enter("storage full", sink.stored());
  await visitor.click(tab);
  await failed();
  proxy.heal();
  ledger.leave();
  await visitor.visit(tab);
  await expectDelivered();
});

import { expect, test } from "./fixtures.js";

test("a beacon into a relay that is down: the browser has taken it, and nobody hears of it", async ({
  stage,
  expectDelivered,
}) => {
  const { visitor, sink, ledger } = stage;
  const tab = await visitor.visit();
  await visitor.drained(tab);
  await sink.kill();
  ledger.enter("relay down", sink.stored());
  // Nothing has failed yet: the page has no reason to keep it.
  await visitor.click(tab);
  await tab.close();
  const { lost } = await expectDelivered(/^beacon met a fault: relay down$/);
  expect(Object.values(lost)).toEqual([1]);
});

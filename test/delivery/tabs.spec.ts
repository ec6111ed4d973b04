import type { Page } from "@playwright/test";
import { test } from "./fixtures.js";
import type { Stage } from "./stage.js";

/** Tabs that queue while the relay is away, and are closed one after the other: who stays inherits. */
async function share(
  { visitor, proxy, sink, ledger }: Stage,
  count: number,
  failed: () => Promise<void>,
): Promise<void> {
  ledger.enter("answers missing", sink.stored());
  proxy.fault = () => "reset";
  const tabs: Page[] = [];
  for (let n = 0; n < count; n++) {
    const tab = await visitor.visit();
    await visitor.click(tab);
    await failed();
    tabs.push(tab);
  }
  const stays = tabs.pop() as Page;
  for (const tab of tabs) await tab.close();
  await visitor.click(stays);
  proxy.heal();
  ledger.leave();
  await visitor.drained(stays);
}

for (const [name, count] of [
  ["two", 2],
  ["ten", 10],
] as const)
  test(`${name} tabs, and the one that stays sends what the others have queued`, async ({
    stage,
    failed,
    expectDelivered,
  }) => {
    await share(stage, count, failed);
    await expectDelivered();
  });

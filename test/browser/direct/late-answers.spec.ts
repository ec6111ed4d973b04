import type { Page } from "@playwright/test";
import type { DestinationName } from "../../../src/destinations/index.js";
import { type Direct, SCRIPT } from "../../support/direct.js";
import { beginFlush, expect, holdNext, numbersAt, statsOf, test } from "../../support/direct-tabs.js";
import { hide, show } from "../../support/tabs.js";
import { flush, push, track } from "../../support/tracker.js";

/** A hidden tab has sent event 1; the answer, a failure, comes when it is released. */
async function failLate(
  start: (name: DestinationName) => Promise<Direct>,
  open: (tag: Record<string, string>) => Promise<Page>,
) {
  const direct = await start("sportradar");
  direct.script({ fault: { status: 503 } });
  const release = holdNext(direct);
  const tab = await open(direct.tag);
  await hide(tab);
  await track(tab, 1);
  await expect.poll(() => direct.posts().length).toBe(1);
  return { direct, tab, release };
}

test("stopped while the tab is hidden, before an answer that is a failure: the next page sends the event", async ({
  start,
  open,
  site,
}) => {
  const { direct, tab, release } = await failLate(start, open);
  await push(tab, ["stop"]);
  release();
  const stored = () => tab.evaluate(() => Object.keys(localStorage).join());
  await expect.poll(stored).toContain("tracktag.q.");
  site.page("/next", { script: SCRIPT, tag: direct.tag });
  await tab.goto(`${site.origin}/next`);
  await expect.poll(direct.taken).toBe(1);
});

test("consent is withdrawn and given again before an answer that is a failure: the event does not come back", async ({
  start,
  open,
}) => {
  const { direct, tab, release } = await failLate(start, open);
  await push(tab, ["consent", false], ["consent", true]);
  const answered = tab.waitForEvent("requestfinished");
  release();
  await answered;
  await show(tab);
  await track(tab, 2);
  await flush(tab);
  expect(await statsOf(tab)).toMatchObject({ queued: 0 });
  expect(numbersAt(direct)).toEqual([2, 1]);
});

test("wynta: traits that a hidden tab could not deliver go again before those that came later", async ({
  start,
  open,
}) => {
  const direct = await start("wynta");
  const isOld = ({ body }: { body: unknown }) => JSON.stringify(body).includes("old");
  direct.script({ fault: { status: 503 }, when: isOld as never });
  const release = holdNext(direct);
  const tab = await open(direct.tag);
  await hide(tab);
  await push(tab, ["identify", "u", { vip: "old" }]);
  await expect.poll(() => direct.posts().length).toBe(1);
  await show(tab);
  await push(tab, ["identify", "u", { vip: "new" }]);
  await beginFlush(tab);
  release();
  await expect.poll(direct.taken).toBe(2);
  const taken = direct.exchanges().filter(({ status }) => status === 202);
  expect(taken.map(({ body }) => body)).toMatchObject([
    { traits: { vip: "old" } },
    { traits: { vip: "new" } },
  ]);
});

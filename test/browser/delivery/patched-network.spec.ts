import type { Tracker } from "../../../src/tracker.js";
import { expect, test } from "../../support/fixtures.js";

const BODY = '<button class="box" id="x" data-track-event="1018561959">x</button>';
const LATE = { "flush-interval": "600000" };

for (const [title, beacon] of [
  ["returns false", "() => false"],
  ["throws", "() => { throw new TypeError('Illegal invocation') }"],
  ["is missing", "undefined"],
] as const)
  test(`sendBeacon ${title}: what is queued at the end of a page is kept for the next, each event once`, async ({
    visit,
    page,
    relay,
    received,
    flushed,
  }) => {
    const head = `<script>navigator.sendBeacon = ${beacon}</script>`;
    await visit({ tag: LATE, head, body: BODY });
    await page.click("#x");
    await visit({}, "/next");
    for (const event_type of ["impressions:events", "clicks:event"]) await received({ event_type });
    await flushed();
    expect(relay.events()).toHaveLength(3);
  });

test("sendBeacon that refuses what is large: the batch is halved until it is taken", async ({
  visit,
  page,
  relay,
}) => {
  await visit({
    tag: LATE,
    head: `<script>const { sendBeacon } = navigator;
      navigator.sendBeacon = (url, body) => body.length < 3000 && sendBeacon.call(navigator, url, body)</script>`,
  });
  await page.evaluate(() => {
    const text = "x".repeat(300);
    for (let n = 0; n < 30; n++) (window.tracktag as Tracker).track("custom", { n, text });
  });
  await visit({ tag: null }, "/next");
  const wanted = Array.from({ length: 30 }, (_, n) => n);
  await expect
    .poll(() =>
      relay
        .events()
        .map(({ data }) => data.n as number)
        .sort((a, b) => a - b),
    )
    .toEqual(wanted);
  expect(relay.batches().length).toBeGreaterThan(3);
});

for (const [title, fetch] of [
  ["throws", "() => { throw new Error('patched') }"],
  ["returns nothing", "() => {}"],
  ["never settles", "() => new Promise(() => {})"],
] as const)
  test(`a fetch that somebody has patched and that ${title}: nothing is lost`, async ({
    visit,
    page,
    received,
  }) => {
    await visit({
      tag: { "flush-interval": "0" },
      head: `<script>window.fetch = ${fetch}</script>`,
      body: BODY,
    });
    await page.click("#x");
    await visit({}, "/next");
    for (const event_type of ["impressions:events", "clicks:event"]) await received({ event_type });
  });

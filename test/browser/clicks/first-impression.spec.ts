import { expect, ofType, test } from "../../support/fixtures.js";

for (const [title, body, type, impression] of [
  ["an entity", '<b id="x" data-track-game="1">x</b>', "clicks:game", "impressions:games"],
  [
    "an outcome, for its event",
    '<p data-track-event="1"><b id="x" data-track-outcome="2">x</b></p>',
    "clicks:outcome",
    "impressions:events",
  ],
  [
    "an add-bet, for its event",
    '<p data-track-event="1"><b id="x" data-track-add-bet="2">x</b></p>',
    "engagement:add_bet",
    "impressions:events",
  ],
] as const)
  test(`a click on ${title} that has not made its impression makes it first, and only once`, async ({
    visit,
    page,
    flushed,
    seen,
  }) => {
    await visit({ tag: { untrusted: "" }, body: `<div id="away" style="display: none">${body}</div>` });
    const click = () => page.evaluate(() => document.getElementById("x")?.click());
    await click();
    const [seenFirst, clicked, ...others] = await flushed();
    expect([seenFirst?.event_type, clicked?.event_type, others]).toEqual([impression, type, []]);
    expect(seenFirst?.timestamp).toBe(clicked?.timestamp);
    await page.evaluate(() => document.getElementById("away")?.removeAttribute("style"));
    await seen();
    await click();
    const events = await flushed();
    expect(ofType(events, impression)).toHaveLength(1);
    expect(ofType(events, type)).toHaveLength(2);
  });

test("a click that sends nothing makes no impression", async ({ visit, page, seen, flushed }) => {
  await visit({
    tag: { viewability: "0.5/600000" },
    body: '<p data-track-event="1"><b id="x" data-track-outcome="">x</b><b id="y" data-track-social="s">y</b></p>',
  });
  await page.click("#x");
  await page.click("#y");
  await seen("any");
  expect((await flushed()).map(({ event_type }) => event_type)).toEqual(["clicks:social"]);
});

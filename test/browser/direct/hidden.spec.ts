import type { Tracker } from "../../../src/tracker.js";
import { expect, NAMES, SCRIPT, test } from "../../support/direct.js";

test("a hidden page that lives on learns what was refused a moment later, and sends it again", async ({
  start,
  visit,
  page,
  stats,
}) => {
  const { tag, script, taken } = await start("sportradar");
  script({ fault: { status: 503 } });
  await visit({ script: SCRIPT, tag });
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    (window.tracktag as Tracker).track("custom", { n: 1 });
  });
  await expect.poll(stats).toMatchObject({ sent: 0, queued: 1, captured: 1 });
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: false });
    return (window.tracktag as Tracker).flush();
  });
  expect([await stats(), taken()]).toMatchObject([{ sent: 1, queued: 0 }, 1]);
});

for (const name of NAMES)
  test(`${name}: events of one task on a hidden page leave once each`, async ({
    start,
    visit,
    page,
    stats,
  }) => {
    const { tag, taken, exchanges } = await start(name);
    await visit({ script: SCRIPT, tag });
    const ids = ["match-1", "match-2", "match-3"];
    await page.evaluate((ids) => {
      Object.defineProperty(document, "hidden", { value: true });
      for (const event_id of ids) (window.tracktag as Tracker).track("clicks:event", { event_id });
    }, ids);
    await expect.poll(taken).toBe(3);
    const bodies = exchanges().map(({ body }) => JSON.stringify(body));
    expect(ids.map((id) => bodies.filter((body) => body.includes(id)).length)).toEqual([1, 1, 1]);
    expect(await stats()).toMatchObject({ sent: 3, queued: 0 });
  });

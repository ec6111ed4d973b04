import { type Direct, see } from "../../support/direct.js";
import { beginFlush, expect, holdNext, numbersAt, statsOf, test } from "../../support/direct-tabs.js";
import { hide, show } from "../../support/tabs.js";
import { flush, track } from "../../support/tracker.js";

const items = ({ exchanges }: Direct) =>
  exchanges().map(({ body }) => (body as { items: [{ id: string }] }).items[0].id);

test("an answer is slow, another tab comes to the front, and this one again: each event goes once", async ({
  start,
  open,
}) => {
  const direct = await start("sportradar");
  const release = holdNext(direct);
  const tab = await open(direct.tag);
  await track(tab, 1);
  await beginFlush(tab);
  await expect.poll(() => direct.posts().length).toBe(1);
  await hide(tab);
  await show(tab);
  await track(tab, 2);
  await beginFlush(tab);
  await hide(tab);
  await expect.poll(() => numbersAt(direct)).toContain(2);
  release();
  await show(tab);
  await flush(tab);
  expect(await statsOf(tab)).toMatchObject({ sent: 2, queued: 0 });
  expect(numbersAt(direct).sort()).toEqual([1, 2]);
});

test("neuralens: one of an event's requests fails while the tab is hidden: only that is made again", async ({
  start,
  open,
}) => {
  const direct = await start("neuralens");
  direct.script({ fault: { status: 503 } });
  const tab = await open(direct.tag);
  await see(tab, "a", "b", "c");
  await hide(tab);
  await expect.poll(() => items(direct).length).toBe(3);
  await show(tab);
  await flush(tab);
  const [failed] = items(direct);
  expect(await statsOf(tab)).toMatchObject({ sent: 1, queued: 0 });
  expect(items(direct).sort()).toEqual(["a", "b", "c", failed].sort());
});

test("neuralens: one of an event's requests is refused while the tab is hidden: none is made again", async ({
  start,
  open,
}) => {
  const direct = await start("neuralens");
  direct.script({ fault: { status: 200, body: { status: "failure", message: "no" } } });
  const tab = await open(direct.tag);
  await see(tab, "a", "b", "c");
  await hide(tab);
  await expect.poll(() => statsOf(tab)).toMatchObject({ sent: 0, dropped: { rejected: 1 } });
  await show(tab);
  await flush(tab);
  expect(items(direct).sort()).toEqual(["a", "b", "c"]);
});

test("twelve requests of a hidden tab fail at one time: that is one failure, and they go again within a second", async ({
  start,
  open,
}) => {
  const direct = await start("sportradar");
  direct.script({ fault: { status: 503 }, times: 12 });
  const tab = await open(direct.tag);
  await track(tab, ...Array(12).keys());
  await hide(tab);
  await expect.poll(() => statsOf(tab)).toMatchObject({ queued: 12 });
  await show(tab);
  await expect.poll(() => statsOf(tab)).toMatchObject({ sent: 12, queued: 0 });
  expect(direct.taken()).toBe(12);
});

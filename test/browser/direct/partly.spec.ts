import type { Tracker } from "../../../src/tracker.js";
import { click, expect, SCRIPT, see, test } from "../../support/direct.js";
import { flush, track } from "../../support/tracker.js";

test("a portion that is refused as a whole is halved, until it is known which event is at fault", async ({
  start,
  visit,
  page,
  stats,
  messages,
}) => {
  const { tag, taken } = await start("primedata");
  await visit({ script: SCRIPT, tag });
  await click(page, "1", "2", "3");
  // Its stand-in has a schema that wants a text.
  await page.evaluate(() => {
    const selections = [{ id: "s", event_id: 5 }];
    (window.tracktag as Tracker).beforeSend((event) => ({ ...event, data: { ...event.data, page: 1 } }));
    (window.tracktag as Tracker).track("clicks:combination", { selections });
  });
  await flush(page);
  expect(await stats()).toMatchObject({ sent: 3, queued: 0, dropped: { http_400: 1 } });
  expect(taken()).toBe(3);
  expect(messages).toEqual(["tracktag: events lost: http_400"]);
});

test("wynta refuses one event of a portion: that one is dropped and named, the others are sent", async ({
  start,
  visit,
  page,
  stats,
  messages,
}) => {
  const { tag, script } = await start("wynta");
  const errors = [{ index: 1, event_id: null, code: "INVALID_TYPE", message: "no" }];
  script({ fault: { status: 202, body: { accepted: 2, rejected: 1, errors } } });
  await visit({ script: SCRIPT, tag });
  await track(page, 1, 2, 3);
  await flush(page);
  expect(await stats()).toMatchObject({ sent: 2, queued: 0, dropped: { rejected: 1 } });
  expect(messages).toEqual(["tracktag: event refused: INVALID_TYPE no"]);
});

test("neuralens: of several requests of one event only what was not taken goes again, after a reload, too", async ({
  start,
  visit,
  page,
}) => {
  const { tag, script, exchanges } = await start("neuralens");
  let count = 0;
  const heal = script({ fault: { status: 503 }, times: 99, when: () => count++ > 0 });
  await visit({ script: SCRIPT, tag });
  await see(page, 1, 2, 3);
  await flush(page);
  heal();
  await visit({ script: SCRIPT, tag: { ...tag, "flush-interval": "50" } }, "/next");
  const items = () =>
    exchanges().flatMap(({ status, body }) => (status === 200 ? (body as { items: unknown[] }).items : []));
  await expect.poll(items).toEqual([{ id: "1" }, { id: "2" }, { id: "3" }]);
});

test("neuralens answers 200 and failure: dropped, with its message on the console", async ({
  start,
  visit,
  page,
  stats,
  messages,
}) => {
  const { tag, script } = await start("neuralens");
  script({ fault: { status: 200, body: { status: "failure", message: "no such app" } } });
  await visit({ script: SCRIPT, tag });
  await click(page, "1");
  await flush(page);
  expect(await stats()).toMatchObject({ sent: 0, dropped: { rejected: 1 } });
  expect(messages).toEqual(["tracktag: event refused: failure: no such app"]);
});

test("neuralens refuses one of an event's products: the event is dropped, once the others have been tried", async ({
  start,
  visit,
  page,
  stats,
}) => {
  const { tag, script, taken, posts } = await start("neuralens");
  let count = 0;
  script({ fault: { status: 200, body: { status: "failure", message: "no" } }, when: () => ++count === 2 });
  await visit({ script: SCRIPT, tag });
  await see(page, 1, 2, 3);
  await flush(page);
  expect(await stats()).toMatchObject({ sent: 0, queued: 0, dropped: { rejected: 1 } });
  expect([taken(), posts().length]).toEqual([2, 3]);
});

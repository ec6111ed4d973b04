import { expect, test } from "vitest";
import { batch, event } from "./support/batch.js";
import { relay } from "./support/relay.js";

test("what pages say they have dropped is counted by reason; what is no reason of ours is other", async () => {
  const { post, metric } = await relay();
  const dropped = {
    overflow: 3,
    http_410: 2,
    "x\ny": 1,
    http_999999: 4,
    consent: -1,
    rejected: 0.5,
    skipped: "7",
    beforeSend: 1e300,
  };
  expect((await post(batch([event()], { dropped }))).json()).toMatchObject({ accepted: 1 });
  expect((await post(batch([event()], { dropped: [5] }))).json()).toMatchObject({ accepted: 1 });
  await post(batch([event()], { dropped: { overflow: 1 } }));
  const counts = await Promise.all(
    ["overflow", "http_410", "other"].map((reason) => metric(`tracktag_dropped_total{reason="${reason}"}`)),
  );
  expect(counts).toEqual([4, 2, 1 + 4]);
});

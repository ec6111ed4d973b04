import { expect, test } from "vitest";
import { eventsIn, split } from "../../bench/wire-split.js";

const PAGEVIEW = '{"id":"1","event_type":"impressions:page","data":{"page":"/ü"}}';
const SEEN = '{"id":"2","event_type":"impressions:events","data":{"events":[{"id":10},{"id":11}]}}';
const BODY = `{"v":1,"events":[${PAGEVIEW},${SEEN}],"identify":[]}`;

test("each byte of a request is counted, and counted once", () => {
  const parts = split(BODY);
  // "ü" is two of them.
  expect(parts.others).toBe(PAGEVIEW.length + 1);
  expect(parts.ids).toBe('{"id":10},{"id":11}'.length);
  expect(parts.event).toBe(SEEN.length - parts.ids);
  expect(parts.envelope).toBe('{"v":1,"events":[,],"identify":[]}'.length);
});

test("events are those of the body, in their order", () => {
  expect(eventsIn(BODY).map(({ id }) => id)).toEqual(["1", "2"]);
});

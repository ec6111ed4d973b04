import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutboundRecord } from "../../../src/destinations/destination.js";
import { EVENT_TYPES } from "../../../src/destinations/event-types.js";
import { DESTINATIONS, type DestinationName } from "../../../src/destinations/index.js";
import { bind } from "../../../src/relay/forward/bind.js";
import { SAMPLES } from "../support/samples.js";

const CONFIG = { url: "https://a.example", token: "t", clientId: "c", portalId: 1, propId: 2, appId: "a" };
const TYPES = [...EVENT_TYPES.keys()];

/** Right data of the type, with fields that are missing or are something else. */
const dataOf = (type: string) =>
  fc
    .dictionary(
      fc.constantFrom(
        "events",
        "selections",
        "event_id",
        "position",
        "brand",
        "page",
        "item",
        "x",
        "__proto__",
      ),
      fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant(undefined)),
      { noNullPrototype: true },
    )
    .map((wrong) => ({ ...SAMPLES[type], ...wrong }));

const maybe = (value: string) => fc.constantFrom(value, "", undefined);
const provenance = {
  id: fc.uuid(),
  timestamp: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
    .map((date) => date.toISOString()),
  session_id: maybe("s"),
  anonymous_id: maybe("a"),
  device_type: fc.constantFrom("desktop", "fridge", undefined),
  platform: maybe("web"),
};
const event = fc.constantFrom(...TYPES).chain((event_type) =>
  fc.record({
    ...provenance,
    kind: fc.constant("event"),
    event_type: fc.constant(event_type),
    user_id: fc.constantFrom("u1", "u2", null),
    data: dataOf(event_type),
  }),
);
const identify = fc.record({
  ...provenance,
  kind: fc.constant("identify"),
  user_id: fc.constantFrom("u1", "u2"),
  traits: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true }),
  unset_traits: fc.array(fc.string()),
});
const records = fc.uniqueArray(
  fc.oneof({ arbitrary: event, weight: 5 }, { arbitrary: identify, weight: 1 }),
  {
    selector: ({ id }) => id,
    maxLength: 60,
  },
) as fc.Arbitrary<OutboundRecord[]>;

const someTypes = fc.subarray([...TYPES, "identify", "clicks:*", "impressions:*"], { maxLength: 4 });
const filter = fc.record({
  types: someTypes,
  exceptTypes: someTypes,
  dropFields: fc.subarray(["event_id", "selections", "brand", "page"]),
  renameFields: fc.constantFrom<Record<string, string>[]>({}, { event_id: "match_id" }, { x: "events" }),
});

describe.each(Object.keys(DESTINATIONS) as DestinationName[])("%s", (name) => {
  test("drops no record silently: each is in a request or skipped, and never both", () => {
    fc.assert(
      fc.property(records, filter, (given, settings) => {
        const { requests, skipped } = bind(name, { ...CONFIG, ...settings }).requests(given);
        const sent = new Set(requests.flatMap(({ ids }) => ids));
        expect([...sent, ...skipped].sort()).toEqual(given.map(({ id }) => id).sort());
        for (const { ids } of requests) expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });

  test("makes the same requests of the same records, and bodies that are JSON", () => {
    fc.assert(
      fc.property(records, filter, (given, settings) => {
        const bound = bind(name, { ...CONFIG, ...settings });
        const { requests } = bound.requests(given);
        expect(bound.requests(given).requests).toEqual(requests);
        for (const { body } of requests) expect(JSON.parse(body)).toBeTypeOf("object");
      }),
      { numRuns: 100 },
    );
  });

  test("rules on each record of a request, or leaves it to be tried again, whatever the answer", () => {
    const answer = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          accepted: fc.integer(),
          rejected: fc.integer(),
          errors: fc.array(fc.record({ index: fc.integer({ min: -2, max: 60 }), code: fc.string() })),
          status: fc.constantFrom("success", "failure"),
        })
        .map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(records, fc.integer({ min: 200, max: 599 }), answer, (given, status, body) => {
        const bound = bind(name, { ...CONFIG, types: [], exceptTypes: [], dropFields: [], renameFields: {} });
        for (const request of bound.requests(given).requests) {
          const rulings = bound.rulings(request, status, body);
          for (const id of rulings.keys()) expect(request.ids).toContain(id);
          if (status >= 300)
            for (const { verdict } of rulings.values()) expect(verdict).not.toBe("delivered");
        }
      }),
      { numRuns: 200 },
    );
  });
});

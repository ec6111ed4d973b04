import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { enqueue, statsOf } from "../../../src/delivery/queue.js";
import { stamp } from "../../../src/lib/stamp.js";
import type { Json, WireEvent } from "../../../src/types.js";
import { idleCore } from "../../support/core.js";

// The queue asks the browser for its locks: here there are none.
vi.stubGlobal("navigator", {});

interface Seen {
  location: string;
  id: number;
  user: string | null;
  /** Whether all that waits has been sent before it. */
  flushed: boolean;
}

const impression = ({ location, id, user }: Seen): WireEvent => ({
  ...stamp(),
  event_type: "impressions:events",
  user_id: user,
  data: { location, events: [{ id }] },
});

const seen = fc.record({
  location: fc.constantFrom("widget:a", "widget:b"),
  id: fc.integer({ min: 1, max: 6 }),
  user: fc.constantFrom("1", "2", null),
  flushed: fc.boolean(),
});

test("grouping never loses or reorders an id, and an event has none twice: what counts again opens another", () => {
  fc.assert(
    fc.property(fc.array(seen, { maxLength: 60 }), (all) => {
      const core = idleCore();
      const expected: number[][] = [];
      const open = new Map<string, number[]>();
      for (const one of all) {
        if (one.flushed) {
          core.groups.clear();
          open.clear();
        }
        enqueue(core, impression(one), "");
        const group = `${one.user} ${one.location}`;
        const ids = open.get(group);
        if (ids && !ids.includes(one.id)) ids.push(one.id);
        else expected.push(open.set(group, [one.id]).get(group) as number[]);
      }
      const events = [...core.items] as WireEvent[];
      expect(events.map(({ data }) => (data.events as Json[]).map(({ id }) => id))).toEqual(expected);
      const { captured, merged, queued } = statsOf(core);
      expect([captured, queued, merged]).toEqual([all.length, events.length, all.length - events.length]);
    }),
    { numRuns: 300 },
  );
});

test("more than 1,000 that wait: the oldest impressions go first, then the oldest of the rest, each counted", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1001, maxLength: 1030 }), (areImpressions) => {
      const core = idleCore();
      for (const [n, isImpression] of areImpressions.entries())
        enqueue(
          core,
          isImpression
            ? impression({ location: `widget:${n}`, id: n, user: "1", flushed: false })
            : { ...stamp(), event_type: "custom", user_id: "1", data: { n } },
          "",
        );
      const over = areImpressions.length - 1000;
      expect(statsOf(core)).toMatchObject({ queued: 1000, dropped: { overflow: over } });
      const left = [...core.items].map((item) => (item as WireEvent).event_type);
      const impressions = areImpressions.filter((is) => is).length;
      expect(left.filter((type) => type !== "custom")).toHaveLength(Math.max(0, impressions - over));
    }),
    { numRuns: 20 },
  );
});

test("without an impression among them the oldest goes", () => {
  const core = idleCore();
  for (let n = 0; n <= 1000; n++)
    enqueue(core, { ...stamp(), event_type: "custom", user_id: "1", data: { n } }, "");
  const left = [...core.items].map((item) => (item as WireEvent).data.n);
  expect([left[0], left.at(-1), left.length]).toEqual([1, 1000, 1000]);
});

import fc from "fast-check";
import { Window } from "happy-dom";
import { expect, test, vi } from "vitest";
import { startClicks } from "../../../src/capture/clicks.js";
import type { Root } from "../../../src/lib/root.js";
import type { Json, WireEvent } from "../../../src/types.js";
import { idleCore } from "../../support/core.js";

const window = new Window({ url: "https://operator.example/home" });
for (const name of ["document", "location", "navigator"] as const) vi.stubGlobal(name, window[name]);
vi.spyOn(console, "warn").mockImplementation(() => {});

/** The impression that comes before a click, and the click's field with the id of its entity. */
const BEFORE: Record<string, [impression: string, field: string]> = {
  "clicks:event": ["impressions:events", "event_id"],
  "clicks:league": ["impressions:leagues", "league_id"],
  "clicks:sport": ["impressions:sports", "sport_id"],
  "clicks:game": ["impressions:games", "game_id"],
  "clicks:outcome": ["impressions:events", "event_id"],
  "engagement:add_bet": ["impressions:events", "event_id"],
};

const NAMES = ["event", "league", "sport", "game", "outcome", "add-bet", "widget", "location", "ignore"];

const attribute = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom("1", "2", "x", ""))
  .map(([name, value]) => `data-track-${name}="${value}"`);

/** Elements in each other, each with some attributes, and which of them is clicked. */
const page = fc.record({
  depth: fc.nat(4),
  elements: fc.array(fc.uniqueArray(attribute, { maxLength: 3 }), { minLength: 5, maxLength: 5 }),
});

const idsOf = ({ data }: WireEvent): unknown[] =>
  (Object.values(data).find(Array.isArray) as Json[] | undefined)?.map(({ id }) => `${id}`) ?? [];

test("a click never precedes the impression of what was clicked, which is made once", () => {
  let clicks = 0;
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 6 }), (pages) => {
      const core = idleCore({ untrusted: "true" });
      startClicks(core)(window.document as unknown as Root);
      for (const { depth, elements } of pages) {
        const nested = (inner: string, attributes: string[]) => `<div ${attributes.join(" ")}>${inner}</div>`;
        window.document.body.innerHTML = elements.reduceRight(nested, "");
        const clicked = window.document.querySelectorAll("div")[depth];
        clicked?.dispatchEvent(new window.MouseEvent("click", { bubbles: true, composed: true }));
      }
      for (const stop of core.stops) stop();
      const seen: string[] = [];
      for (const event of [...core.items] as WireEvent[]) {
        const { event_type, data } = event;
        const [impression, field = ""] = BEFORE[event_type] ?? [];
        if (!impression) seen.push(...idsOf(event).map((id) => `${event_type} ${id} ${data.location}`));
        else {
          clicks++;
          const isOfEntity = (identity: string) => identity.startsWith(`${impression} ${data[field]} `);
          expect(seen.some(isOfEntity), `${event_type} ${data[field]}`).toBe(true);
        }
      }
      expect(seen).toEqual([...new Set(seen)]);
    }),
    { numRuns: 300 },
  );
  expect(clicks).toBeGreaterThan(100);
});

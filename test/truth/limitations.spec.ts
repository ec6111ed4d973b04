import { gamesOf, ofType } from "../support/events.js";
import { countedAfterDwell } from "./counted.js";
import { expect, test } from "./fixtures.js";

/** Where engines differ: what differs, and what does not. */

const box = (id: string, style = "") => `<div class="box" data-track-game="${id}" style="${style}"></div>`;

/** A scroller whose second box is below its own edge, and well inside of the viewport. */
const scroller = (style: string, id: string) =>
  `<div style="${style}; width: 200px; height: 110px">${box(id)}<div style="height: 40px"></div>${box(`${id}, out of view`)}</div>`;

const SCROLLERS = [
  scroller("position: fixed; top: 0; overflow: auto", "fixed"),
  scroller("position: absolute; top: 0; left: 250px; overflow: auto", "absolute"),
  scroller("position: fixed; top: 0; left: 500px; overflow: clip", "clip"),
  `<div style="position: fixed; top: 300px">${scroller("overflow: auto", "inside")}</div>`,
].join("");

const RIGHT = ["absolute", "clip", "fixed", "inside"];

/** Firefox's IntersectionObserver takes a scroller that is fixed for the viewport's own. */
const WRONG: Record<string, string[]> = { firefox: ["fixed, out of view"] };

test("limitation: in Firefox what is scrolled out of view in a scroller that is itself fixed counts", async ({
  site,
  relay,
  tab,
  engineName,
}) => {
  site.page("/", { tag: { viewability: "0.5/100" }, body: SCROLLERS });
  await tab.open(site.origin);
  expect(await countedAfterDwell(tab, relay)).toEqual([...RIGHT, ...(WRONG[engineName] ?? [])].sort());
});

test("limitation: Chromium alone tells what is covered; elsewhere it counts, and the envelope says that nobody looked", async ({
  site,
  relay,
  tab,
  engineName,
}) => {
  const cover =
    '<div style="position: absolute; top: 0; width: 300px; height: 110px; background: navy"></div>';
  const free = '<div style="position: absolute; top: 200px">';
  site.page("/", {
    tag: { viewability: "0.5/300+occlusion" },
    body: `${box("covered")}${free}${box("free")}</div>${cover}`,
  });
  await tab.open(site.origin);
  await expect.poll(() => gamesOf(relay.events())).toContain("free");
  const tells = engineName === "chromium";
  expect(gamesOf(relay.events())).toEqual(tells ? ["free"] : ["covered", "free"]);
  expect(relay.batches()[0]?.viewability).toBe(tells ? "0.5/300+occlusion" : "0.5/300");
});

/** What stands in a page, and in which engines it counts. Only the shape is really seen. */
const DIFFERENCES: Record<string, { html: string; counts: string[] }> = {
  "cut off by the clip-path of what is around it": {
    html: `<div style="clip-path: inset(0 0 100% 0)">${box("it")}</div>`,
    counts: ["firefox", "webkit"],
  },
  "a shape inside of an svg": {
    html: `<svg width="200" height="100"><rect width="200" height="100" data-track-game="it" /></svg>`,
    counts: ["chromium", "firefox"],
  },
  "made transparent by a filter": {
    html: `<div style="filter: opacity(0)">${box("it")}</div>`,
    counts: ["chromium", "firefox", "webkit"],
  },
};

for (const [name, { html, counts }] of Object.entries(DIFFERENCES))
  test(`limitation: ${name} counts in ${counts.join(", ")}`, async ({ site, relay, tab, engineName }) => {
    site.page("/", { tag: { viewability: "0.5/100" }, body: html });
    await tab.open(site.origin);
    const expected = counts.includes(engineName) ? ["it"] : [];
    expect(await countedAfterDwell(tab, relay)).toEqual(expected);
  });

/** How an element enters that is in view already: no observer tells when it can be seen. */
const ENTRANCES = { "fades in": "from { opacity: 0 }", "grows from no height": "from { height: 0 }" };

for (const [name, from] of Object.entries(ENTRANCES))
  test(`limitation: what ${name} counts a moment late`, async ({ site, relay, tab }) => {
    // Somewhere else: the impressions of one place travel as one event, with one time.
    const late = '<div class="box late" data-track-game="late" data-track-location="late:late"></div>';
    site.page("/", {
      tag: { viewability: "mrc", pageviews: "auto" },
      head: `<style>@keyframes enter { ${from} } .late { animation: enter 0.2s }</style>`,
    });
    await tab.open(site.origin);
    await expect.poll(() => relay.events()).toHaveLength(1);
    await tab.evaluate(`document.body.innerHTML = ${JSON.stringify(box("plain") + late)}`);
    await expect.poll(() => gamesOf(relay.events())).toEqual(["late", "plain"]);
    const times = new Map(
      ofType(relay.events(), "impressions:games").map((event) => [gamesOf([event])[0], event.timestamp]),
    );
    const delay = Date.parse(times.get("late") ?? "") - Date.parse(times.get("plain") ?? "");
    // The entrance itself, a second look, and what a busy machine adds: less than a dwell.
    expect(delay).toBeGreaterThanOrEqual(0);
    expect(delay).toBeLessThan(900);
  });

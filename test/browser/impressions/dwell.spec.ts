import { expect, idsOf, ofType, test } from "../../support/fixtures.js";

/** Long enough that a break in it happens in the middle even on a busy machine, ms. */
const DWELL = 2000;

const box = (id: string) =>
  `<div class="box" id="${id}" data-track-game="${id}" data-track-location="${id}:x" style="height: 50px"></div>`;

test("a break starts the time again from zero: scrolled away, removed, clipped, its id changed", async ({
  visit,
  page,
  received,
}) => {
  const ids = ["steady", "scrolled", "removed", "clipped", "changed"];
  await visit({
    tag: { viewability: `0.5/${DWELL}` },
    body: `${ids.slice(0, 3).map(box).join("")}<div id="clip" style="height: 50px; overflow: hidden">${box("clipped")}</div>${box("changed")}`,
  });
  const returned = await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const find = (id: string) => document.getElementById(id) as HTMLElement;
    const [scrolled, removed, changed] = ["scrolled", "removed", "changed"].map(find) as [
      HTMLElement,
      HTMLElement,
      HTMLElement,
    ];
    const start = performance.now();
    while (performance.now() - start < 300) await frame();
    scrolled.style.marginLeft = "-999px";
    find("clip").style.height = "10px";
    removed.remove();
    changed.dataset.trackGame = "other";
    await frame();
    await frame();
    await frame();
    scrolled.style.marginLeft = "0";
    find("clip").style.height = "50px";
    find("steady").after(removed);
    changed.dataset.trackGame = "changed";
    return Date.now();
  });
  const timeOf = async (id: string) => {
    const { timestamp } = await received({ data: { location: `${id}:x`, game_ids: [{ id }] } });
    return Date.parse(timestamp) - returned;
  };
  for (const id of ids.slice(1)) expect(await timeOf(id), id).toBeGreaterThanOrEqual(DWELL);
  expect(await timeOf("steady")).toBeLessThan(DWELL);
});

test("what is in view for less than the dwell does not count", async ({ visit, seen }) => {
  await visit({
    tag: { viewability: `0.5/${DWELL}` },
    // What needs less time tells when the rest is in view, too.
    head: `<script>(window.tracktag ||= []).push(["subscribe", () => document.getElementById("removed")?.remove()])</script>`,
    body: `${box("removed")}<div data-track-viewability="0.5/100">${box("brief")}</div>`,
  });
  expect(idsOf(await seen(), "impressions:games")).toEqual(["brief"]);
});

test("what comes later and needs less time counts long before what is awaited", async ({
  visit,
  page,
  stats,
  flushed,
}) => {
  await visit({ tag: { viewability: "0.5/600000" }, body: box("long") });
  // What waits is in view by now, and its timer set.
  const short = (id: string) => `<div data-track-viewability="0.5/100">${box(id)}</div>`;
  for (const [index, id] of ["first", "second"].entries()) {
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), short(id));
    await expect.poll(async () => (await stats()).captured).toBe(index + 1);
  }
  expect(idsOf(await flushed(), "impressions:games").sort()).toEqual(["first", "second"]);
});

test("what is in view when its page is left before the dwell is over does not count", async ({
  visit,
  site,
  received,
  relay,
}) => {
  const tag = { viewability: `0.5/${DWELL}` };
  site.page("/next", { tag, body: box("next") });
  // What needs less time tells when the rest is in view, too, and nothing holds the visitor any longer.
  await visit({
    tag,
    head: '<script>(window.tracktag ||= []).push(["subscribe", () => (location.href = "/next")])</script>',
    body: `${box("left")}<div data-track-viewability="0.5/100">${box("brief")}</div>`,
  });
  // Whatever the first page had to tell it told when it went.
  await received({ data: { game_ids: [{ id: "next" }] } });
  expect(idsOf(relay.events(), "impressions:games")).toEqual(["brief", "next"]);
});

test("a list that is made anew with the same ids does not break a dwell", async ({
  visit,
  page,
  seen,
  received,
}) => {
  await visit({
    tag: { viewability: "0.5/500" },
    body: `<div id="list">${box("a")}${box("b")}</div><script>
      const list = document.getElementById("list"), html = list.innerHTML;
      window.renders = 0;
      setInterval(() => { list.innerHTML = html; renders++ }, 20);</script>`,
  });
  await received({ data: { game_ids: [{ id: "a" }] } });
  const events = await seen();
  expect(idsOf(events, "impressions:games").sort()).toEqual(["a", "b"]);
  expect(await page.evaluate("renders")).toBeGreaterThan(3);
});

for (const [what, list] of [
  ["a list", "div"],
  // It has a member `host`, as a shadow root has, but that is of its address.
  ["a link", 'a href="#there"'],
] as const)
  test(`what was removed from ${what} before its observer tells of it has the context that it had`, async ({
    visit,
    received,
    seen,
  }) => {
    await visit({
      tag: { viewability: "0.5/500" },
      body: `<section data-track-location="top"><${list} id="list">
      <div class="box" data-track-game="a"></div><div class="box" data-track-game="b"></div>
    </${list.split(" ")[0]}></section>`,
      head: `<script>
      // A busy page: each time the list is made anew between the frame and the news of it.
      window.IntersectionObserver = class extends IntersectionObserver {
        constructor(callback, options) {
          super((entries) => {
            const list = document.getElementById("list");
            list.innerHTML = list.innerHTML;
            setTimeout(callback, 0, entries);
          }, options);
        }
      };
    </script>`,
    });
    await received({ event_type: "impressions:games" });
    const games = ofType(await seen(), "impressions:games");
    expect(games.map(({ data }) => data.location)).toEqual(games.map(() => "top"));
    // A busy machine may show them in two frames, and then they are due at two times.
    expect(idsOf(games, "impressions:games")).toEqual(["a", "b"]);
  });

test("the event's time is when the rule was met, not when it was sent", async ({
  visit,
  page,
  relay,
  flushed,
}) => {
  await visit({ tag: { viewability: "0.5/300", "flush-interval": "600000" }, body: "" });
  const shown = await page.evaluate((html) => {
    document.body.innerHTML = html;
    return Date.now();
  }, box("late"));
  await expect
    .poll(() => page.evaluate(() => (window.tracktag as { stats(): { queued: number } }).stats().queued))
    .toBe(1);
  const captured = await page.evaluate(() => Date.now());
  // A second goes by, as the visitor's clock says, before anything is sent.
  await page.waitForFunction((then) => Date.now() > then + 1000, captured);
  const [event] = await flushed();
  const time = Date.parse(event?.timestamp ?? "");
  expect(time).toBeGreaterThanOrEqual(shown + 300);
  expect(time).toBeLessThanOrEqual(captured);
  expect(Date.parse(relay.batches()[0]?.sent_at ?? "")).toBeGreaterThan(captured + 1000);
});

import { expect, gamesOf, idsOf, ofType, test } from "../../support/fixtures.js";

test("identity is the content: the same entity on several nodes counts once", async ({ visit, seen }) => {
  const slide = '<div class="box" data-track-game="1"></div>';
  await visit({ body: `${slide}${slide}<div class="box" data-track-game="2"></div>${slide}` });
  expect(gamesOf(await seen())).toEqual(["1", "2"]);
});

test("identity is (type, id, location): each of them makes another entity", async ({ visit, seen }) => {
  await visit({
    body: `<div class="box" data-track-event="1"></div><div class="box" data-track-league="1"></div>
      <div class="box" data-track-event="1" data-track-location="b:x"></div><div class="box" data-track-event="2"></div>`,
  });
  const events = await seen();
  expect(idsOf(events, "impressions:leagues")).toEqual([1]);
  const seenAt = ofType(events, "impressions:events").map(({ data }) => [data.location, data.events]);
  expect(seenAt).toEqual([
    ["page:default", [{ id: 1 }, { id: 2 }]],
    ["b:x", [{ id: 1 }]],
  ]);
});

test("identity: a recycled node with a new id is a new entity, a re-created node with the same id is not", async ({
  visit,
  page,
  seen,
}) => {
  await visit({ body: '<div class="box" id="x" data-track-game="1"></div>' });
  expect(gamesOf(await seen())).toEqual(["1"]);
  await page.evaluate(() => {
    (document.getElementById("x") as HTMLElement).dataset.trackGame = "2";
  });
  expect(gamesOf(await seen())).toEqual(["1", "2"]);
  await page.evaluate(() => {
    document.body.innerHTML = ["1", "2", "3"]
      .map((id) => `<div class="box" data-track-game="${id}"></div>`)
      .join("");
  });
  expect(gamesOf(await seen())).toEqual(["1", "2", "3"]);
});

test("identity: a location that changes around an element makes it another entity", async ({
  visit,
  page,
  seen,
}) => {
  await visit({ body: '<div id="around"><p><i class="box" data-track-game="1"></i></p></div>' });
  expect(gamesOf(await seen())).toEqual(["1"]);
  await page.evaluate(() => {
    (document.getElementById("around") as HTMLElement).dataset.trackLocation = "other:list";
  });
  expect((await seen()).map(({ data }) => data.location)).toEqual(["page:default", "other:list"]);
});

/** A marker that counts in the frame in which the other is partly in view for the first time, and does not count yet. */
const PARTLY = `<div data-track-viewability="any"><div class="box" data-track-league="1"></div></div>
  <div id="clip" style="height: 30px; overflow: hidden"><div style="height: 100px" data-track-game="1"></div></div>`;

test("what is said of the page around an element that is partly in view is read when it counts", async ({
  visit,
  page,
  stats,
  flushed,
}) => {
  await visit({ tag: { viewability: "0.5/0" }, body: `<section>${PARTLY}</section>` });
  await expect.poll(async () => (await stats()).captured).toBe(1);
  await page.evaluate(() => {
    document.querySelector("section")?.setAttribute("data-track-page", "new");
    document.getElementById("clip")?.style.setProperty("height", "100px");
  });
  await expect.poll(async () => gamesOf(await flushed())).toEqual(["1"]);
  expect(ofType(await flushed(), "impressions:games")[0]?.data.page).toBe("new");
});

test("what is ignored from outside of a closed root while it is partly in view does not count", async ({
  visit,
  page,
  stats,
  flushed,
}) => {
  await visit({ tag: { viewability: "0.5/0" }, body: '<section id="host"></section>' });
  const root = await page.evaluateHandle((html) => {
    const root = (document.getElementById("host") as HTMLElement).attachShadow({ mode: "closed" });
    root.innerHTML = `<style>.box { width: 200px; height: 100px }</style>${html}`;
    window.tracktag?.push(["scan", root]);
    return root;
  }, PARTLY);
  await expect.poll(async () => (await stats()).captured).toBe(1);
  await root.evaluate((root) => {
    (root.host as HTMLElement).dataset.trackIgnore = "";
    root.getElementById("clip")?.style.setProperty("height", "100px");
    // What comes after it tells when it could have counted.
    document.body.insertAdjacentHTML("beforeend", '<div class="box" data-track-game="2"></div>');
  });
  await expect.poll(async () => gamesOf(await flushed())).toEqual(["2"]);
});

test("data-track-view: its identity is (type, location, data)", async ({ visit, seen }) => {
  const view = (type: string, data: string, location = "a:b") =>
    `<div class="box" data-track-view="${type}" data-track-data='${data}' data-track-location="${location}"></div>`;
  await visit({
    body: [
      view("custom", '{"n":1}'),
      view("custom", '{"n":1}'),
      view("custom", '{"n":2}'),
      view("custom", '{"n":1}', "c:d"),
      view("debug:message", '{"n":1}'),
    ].join(""),
  });
  const events = await seen();
  expect(events.map(({ event_type, data }) => `${event_type} ${data.n} ${data.location}`).sort()).toEqual([
    "custom 1 a:b",
    "custom 1 c:d",
    "custom 2 a:b",
    "debug:message 1 a:b",
  ]);
});

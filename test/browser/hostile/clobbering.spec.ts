import { expect, gamesOf, numbersOf, ofType, test } from "../../support/fixtures.js";
import { track } from "../../support/tracker.js";

const BODY = '<button class="box" id="x" data-track-event="1018561959">x</button>';

/** The names of a form's fields hide the form's own members of that name. */
const form = (names: string[]) =>
  `<form data-track-location="slip:form">${names.map((name) => `<input type="hidden" name="${name}">`).join("")}
    <p><button type="button" class="box" id="x" data-track-game="1">x</button></p></form>
    <button class="box" id="y" data-track-game="2">y</button>`;

test("a form whose fields have names that a sportsbook may well use: what is in it is seen and clicked", async ({
  visit,
  page,
  seen,
  flushed,
}) => {
  await visit({ body: form(["matches", "id", "name", "action", "target", "children", "closest"]) });
  expect(gamesOf(await seen())).toEqual(["1", "2"]);
  for (const id of ["#x", "#y"]) await page.click(id);
  expect(ofType(await flushed(), "clicks:game")).toMatchObject([
    { data: { game_id: "1", location: "slip:form" } },
    { data: { game_id: "2" } },
  ]);
});

const EVERY_NAME =
  "getAttribute hasAttribute matches parentElement parentNode assignedSlot isConnected nodeType localName tagName shadowRoot querySelectorAll getRootNode dataset attributes childNodes firstElementChild checkVisibility getBoundingClientRect contains";

test("limitation: a form whose fields hide getAttribute and the like may keep elements from being seen; the page goes on", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({ body: form(EVERY_NAME.split(" ")) });
  await page.mouse.click(100, 50);
  await track(page, 1);
  expect(numbersOf(await flushed())).toEqual([1]);
  // What is missed may be reported in any way.
  messages.length = 0;
});

test("an element with the id of the global does not keep the script from starting", async ({
  visit,
  page,
  flushed,
}) => {
  // Not async: the element is there before the script runs.
  await visit({
    tag: null,
    body: `<div id="tracktag"></div>${BODY}<script src="/tracktag.js" data-endpoint="/t" data-pageviews="off"></script>`,
  });
  await page.click("#x");
  expect(await page.evaluate(() => window.tracktag instanceof Element)).toBe(false);
  expect(await flushed()).toHaveLength(2);
});

test("an element named currentScript is not taken for the tag", async ({ page, site, flushed }) => {
  site.file("/evil/tracktag.inspector.js", "window.evil = true");
  site.page("/", {
    tag: null,
    body: `<img name="currentScript" src="/evil/x.png" data-endpoint="/evil" data-brand="Evil">${BODY}
      <script src="/tracktag.js" data-endpoint="/t" data-brand="Good" data-viewability="any" data-pageviews="off"></script>`,
  });
  await page.goto("/?tracktag=inspect");
  await page.click("#x");
  expect(ofType(await flushed(), "clicks:event")).toMatchObject([{ data: { brand: "Good" } }]);
  expect(site.requests).not.toContain("GET /evil/tracktag.inspector.js");
});

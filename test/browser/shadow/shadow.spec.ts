import { expect, gamesOf, idsOf, ofType, test } from "../../support/fixtures.js";

/** Defines `<x-list>`: an element whose shadow root holds what its `html` attribute says. */
const define = (mode: "open" | "closed", when = "") => `<script>${when}
  customElements.define("x-list", class extends HTMLElement {
    connectedCallback() {
      if (this.root) return;
      this.root = this.attachShadow({ mode: "${mode}" });
      this.root.innerHTML = '<style>.box { display: block; width: 200px; height: 100px }</style>' + this.getAttribute("html");
      this.removeAttribute("html");
    }
  });${when && "})"}</script>`;

const CARD = `<b id='inner' class='box' data-track-game='1'><i id='leaf'>x</i></b>`;

test("open shadow roots: what is in them is seen and clicked; context goes on outside of them", async ({
  visit,
  page,
  seen,
  flushed,
}) => {
  await visit({
    head: define("open"),
    body: `<div data-track-location="lobby:top" data-track-data='{"lane":3}'><x-list html="<x-list html=&quot;${CARD}&quot;></x-list>"></x-list></div>`,
  });
  expect(await seen()).toMatchObject([
    { event_type: "impressions:games", data: { location: "lobby:top", lane: 3 } },
  ]);
  await page.locator("#leaf").click();
  expect(ofType(await flushed(), "clicks:game")).toMatchObject([
    { data: { game_id: "1", location: "lobby:top", lane: 3, position: 0 } },
  ]);
});

test("open shadow roots: an outcome's event outside of its root, an ignore outside of it", async ({
  visit,
  page,
  seen,
  flushed,
}) => {
  const outcome = (id: string) =>
    `<x-list html="<button id='${id}' data-track-outcome='9'>x</button>"></x-list>`;
  await visit({
    head: define("open"),
    body: `<div data-track-event="1" data-track-position="4">${outcome("a")}</div><div data-track-ignore><div data-track-event="2">${outcome("b")}</div></div>`,
  });
  await page.locator("#a").click();
  await page.locator("#b").click();
  await seen();
  const events = await flushed();
  expect(idsOf(events, "impressions:events")).toEqual([1]);
  expect(ofType(events, "clicks:outcome")).toMatchObject([
    { data: { event_id: "1", outcome_id: "9", position: 4 } },
  ]);
});

test("open shadow roots: of elements that are added, or defined, or changed inside of their root later", async ({
  visit,
  page,
  seen,
}) => {
  await visit({
    head: define("open", 'addEventListener("define", () => {'),
    body: `<x-list id="first" html="${CARD}"></x-list>`,
  });
  expect(await seen()).toEqual([]);
  await page.evaluate(() => dispatchEvent(new Event("define")));
  expect(gamesOf(await seen())).toEqual(["1"]);
  await page.evaluate(() => {
    const list = document.createElement("x-list");
    list.setAttribute("html", "<b class='box' data-track-game='2'></b>");
    const around = document.createElement("div");
    around.append(list);
    document.body.append(around);
  });
  expect(gamesOf(await seen())).toEqual(["1", "2"]);
  await page.evaluate(() => {
    const root = document.getElementById("first")?.shadowRoot as ShadowRoot;
    root.querySelector("b")?.setAttribute("data-track-game", "3");
    root.append(Object.assign(document.createElement("b"), { className: "box", id: "late" }));
    root.getElementById("late")?.setAttribute("data-track-game", "4");
  });
  expect(gamesOf(await seen())).toEqual(["1", "2", "3", "4"]);
});

test("an element whose constructor throws is never defined: the page goes on, and so does what is in it", async ({
  visit,
  seen,
}) => {
  await visit({
    head: `<script>addEventListener("error", (event) => event.preventDefault()); customElements.define("x-broken", class extends HTMLElement { constructor() { throw Error("broken") } })</script>`,
    body: `<x-broken><b class="box" style="display: block" data-track-game="1"></b></x-broken>`,
  });
  expect(gamesOf(await seen())).toEqual(["1"]);
});

test("a declarative shadow root is an open root like any other", async ({ visit, seen }) => {
  await visit({
    body: `<article><template shadowrootmode="open"><div style="width: 99px; height: 99px" data-track-game="1"></div></template></article>`,
  });
  expect(gamesOf(await seen())).toEqual(["1"]);
});

test("slots: slotted content takes its context from where it is shown", async ({
  visit,
  page,
  seen,
  flushed,
}) => {
  await visit({
    head: define("open"),
    body: `<div data-track-location="outer:list"><x-list html="<div data-track-location='inner:slot'><slot></slot></div>">
      <b id="x" class="box" data-track-game="1">x</b></x-list></div>`,
  });
  expect(await seen()).toMatchObject([{ data: { location: "inner:slot" } }]);
  await page.click("#x");
  expect(ofType(await flushed(), "clicks:game")).toMatchObject([{ data: { location: "inner:slot" } }]);
});

test("slots: what is given to another slot is seen in its location", async ({ visit, page, seen }) => {
  await visit({
    head: define("open"),
    body: `<x-list html="<div data-track-location='a:slot'><slot name='a'></slot></div><div data-track-location='b:slot'><slot name='b'></slot></div>">
      <b id="x" slot="a" class="box" data-track-game="1">x</b></x-list>`,
  });
  expect(await seen()).toMatchObject([{ data: { location: "a:slot" } }]);
  await page.evaluate(() => document.getElementById("x")?.setAttribute("slot", "b"));
  expect(await seen()).toMatchObject([{ data: { location: "a:slot" } }, { data: { location: "b:slot" } }]);
});

test("slots: a click on slotted content inside a shadow root's annotated button is the button's", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({
    head: define("open"),
    body: `<x-list html="<button data-track-social='share'><slot></slot></button>"><i id="x">label</i></x-list>`,
  });
  await page.click("#x");
  expect(ofType(await flushed(), "clicks:social")).toHaveLength(1);
});

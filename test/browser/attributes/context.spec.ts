import { expect, idsOf, ofType, test } from "../../support/fixtures.js";

const LOCATIONS: [title: string, body: string, location: string][] = [
  [
    "data-track-location: of the nearest ancestor",
    `<div data-track-location="outer:top"><div data-track-location="inner:list"><p>@</p></div></div>`,
    "inner:list",
  ],
  [
    "data-track-location: of the element itself",
    `<div data-track-location="outer:top">@own:self</div>`,
    "own:self",
  ],
  [
    "data-track-location: not of a neighbour or a child",
    `<div data-track-location="a:b"></div>@<div data-track-location="c:d"></div>`,
    "option:default",
  ],
  [
    "data-track-widget: its name with :default",
    `<div data-track-widget="highlights">@</div>`,
    "highlights:default",
  ],
  [
    "data-track-widget: as it is when it has a colon",
    `<div data-track-widget="highlights:live">@</div>`,
    "highlights:live",
  ],
  [
    "data-track-widget: the nearest of widget and location wins",
    `<div data-track-location="outer:top"><div data-track-widget="inner">@</div></div>`,
    "inner:default",
  ],
  [
    "data-track-widget: on one element the location wins",
    `<div data-track-widget="highlights" data-track-location="own:location">@</div>`,
    "own:location",
  ],
];

for (const [title, body, location] of LOCATIONS)
  test(title, async ({ visit, page, flushed }) => {
    const own = /@([\w:]*)/.exec(body)?.[1];
    const button = `<button class="box" id="x" data-track-game="1" ${own && `data-track-location="${own}"`}></button>`;
    await visit({ tag: { location: "option:default" }, body: body.replace(/@[\w:]*/, button) });
    await page.click("#x");
    const events = (await flushed()).filter(({ event_type }) => event_type !== "impressions:widget");
    expect(events.map(({ data }) => data.location)).toEqual([location, location]);
  });

const PAGES: [url: string, page: string][] = [
  ["/sports/football", "/sports/football"],
  ["/?tab=live#section", "/"],
  ["/#/live", "/#/live"],
  ["/app#!/live", "/app#!/live"],
  ["/#live", "/"],
  ["/#/login?token=secret", "/"],
];

test(`data-track-page: without one location.pathname, with the hash where it is a route (${PAGES.map(([url]) => url).join(" ")})`, async ({
  visit,
  page,
  flushed,
}) => {
  for (const [url, name] of PAGES) {
    await page.goto("about:blank");
    await visit({ body: '<button class="box" id="x" data-track-social="1"></button>' }, url);
    await page.click("#x");
    expect((await flushed()).at(-1)?.data.page, url).toBe(name);
  }
});

test("data-track-page: of the nearest that has it, else the option", async ({ visit, page, flushed }) => {
  await visit({
    tag: { page: "/option" },
    body: `<main data-track-page="/outer"><section data-track-page="/inner"><button id="inner" data-track-game="1">x</button></section>
      <button id="outer" data-track-game="2">x</button></main><button id="none" data-track-game="3">x</button>`,
  });
  for (const id of ["#inner", "#outer", "#none"]) await page.click(id);
  const pages = ofType(await flushed(), "clicks:game").map(({ data }) => data.page);
  expect(pages).toEqual(["/inner", "/outer", "/option"]);
});

for (const name of ["brand", "channel"] as const)
  test(`data-track-${name}: overrides the option, for impressions and clicks`, async ({
    visit,
    page,
    flushed,
  }) => {
    const [outer, inner] = name === "brand" ? ["Northbet", "Southbet"] : ["android", "ios"];
    await visit({
      tag: { [name]: outer },
      body: `<div data-track-${name}="${inner}"><button id="inner" data-track-game="1">x</button></div>
        <button id="outer" data-track-game="2">x</button>`,
    });
    await page.click("#inner");
    await page.click("#outer");
    const events = await flushed();
    expect(ofType(events, "clicks:game").map(({ data }) => data[name])).toEqual([inner, outer]);
    expect(ofType(events, "impressions:games").map(({ data }) => data[name])).toEqual([inner, outer]);
  });

test("data-track-channel and data-track-viewability: a wrong value is reported once, and the one around holds", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({
    body: `<div data-track-channel="ios" data-track-viewability="any">
      <div data-track-channel="web" data-track-viewability="soon"><button id="x" data-track-game="1">x</button><button data-track-game="2">x</button></div></div>`,
  });
  await page.click("#x");
  const events = await flushed();
  expect(events.map(({ data }) => data.channel)).toEqual(events.map(() => "ios"));
  expect(idsOf(events, "impressions:games").sort()).toEqual(["1", "2"]);
  expect(messages.sort()).toEqual([
    expect.stringMatching(/channel.*web/),
    expect.stringMatching(/viewability.*soon/),
  ]);
});

test("data-track-viewability: overrides the option, both ways", async ({ visit, seen }) => {
  const half = (id: string, rule: string) =>
    `<div class="box" data-track-game="${id}" style="position: absolute; top: -49px" data-track-viewability="${rule}"></div>`;
  await visit({
    tag: { viewability: "0.45/20" },
    body: `${half("stricter", "0.9/0")}${half("laxer", "0.2/20")}
      <div class="box" data-track-game="option" style="position: absolute; top: -49px"></div>
      <div class="box" data-track-game="too little" style="position: absolute; top: -60px"></div>
      <div class="box" data-track-game="any" style="position: absolute; top: -99px" data-track-viewability="any"></div>`,
  });
  expect(idsOf(await seen(), "impressions:games").sort()).toEqual(["any", "laxer", "option"]);
});

test("data-track-ignore: nothing inside is tracked, and what is removed from it is", async ({
  visit,
  page,
  seen,
  flushed,
}) => {
  await visit({
    body: `<div id="ignored" data-track-ignore><div data-track-event="1"><button id="x" data-track-outcome="2">x</button></div></div>
      <button id="y" data-track-game="3" data-track-ignore>x</button><div data-track-ignore></div>`,
  });
  for (const id of ["#x", "#y"]) await page.click(id);
  await seen();
  expect(await flushed()).toEqual([]);
  await page.evaluate(() => document.getElementById("ignored")?.removeAttribute("data-track-ignore"));
  expect(idsOf(await seen(), "impressions:events")).toEqual([1]);
  await page.click("#x");
  expect((await flushed()).at(-1)).toMatchObject({ event_type: "clicks:outcome" });
});

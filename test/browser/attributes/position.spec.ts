import { expect, test } from "../../support/fixtures.js";

/** A page in which `#x` is clicked, and the position of that click. */
const ROWS: [title: string, body: string, position: number][] = [
  ["on the element itself", `<button id="x" data-track-game="1" data-track-position="7">x</button>`, 7],
  [
    "0 is a position",
    `<p data-track-game="0"></p><button id="x" data-track-game="1" data-track-position="0">x</button>`,
    0,
  ],
  [
    "of an outcome, on the outcome",
    `<div data-track-event="1" data-track-position="5"><button id="x" data-track-outcome="2" data-track-position="3">x</button></div>`,
    3,
  ],
  [
    "of an outcome, on its event",
    `<div data-track-event="1" data-track-position="5"><div><button id="x" data-track-outcome="2">x</button></div></div>`,
    5,
  ],
  [
    "of an add-bet, on its event",
    `<div data-track-event="1" data-track-position="5"><button id="x" data-track-add-bet="2">x</button></div>`,
    5,
  ],
  [
    "not inherited from further out",
    `<div data-track-position="9"><i data-track-event="0"></i><div data-track-event="1"><button id="x" data-track-outcome="2">x</button></div></div>`,
    1,
  ],
  [
    "without one: the index of the entity within its root",
    `<i data-track-game="0"></i><p><button id="x" data-track-game="1">x</button></p>`,
    1,
  ],
  [
    "without one: of an outcome the index of its event",
    `<div data-track-event="1"><i data-track-outcome="1"></i></div><div data-track-event="2"><i data-track-outcome="2"></i><button id="x" data-track-outcome="3">x</button></div>`,
    1,
  ],
  [
    "without one: the index within the nearest element that gives its location",
    `<i data-track-game="0"></i><div data-track-location="a:b"><i data-track-game="1"></i><i data-track-game="2"></i><button id="x" data-track-game="3">x</button></div>`,
    2,
  ],
  [
    "without one: a widget gives a location, too",
    `<i data-track-game="0"></i><div data-track-widget="a"><i data-track-game="1"></i><button id="x" data-track-game="3">x</button></div>`,
    1,
  ],
  [
    "without one: a location on the entity itself does not count",
    `<i data-track-game="0"></i><i data-track-game="1"></i><button id="x" data-track-game="3" data-track-location="own:self">x</button>`,
    2,
  ],
  [
    "without one: among the same attribute only",
    `<i data-track-event="0"></i><i data-track-league="1"></i><button id="x" data-track-game="3">x</button>`,
    0,
  ],
];

for (const [title, body, position] of ROWS)
  test(`data-track-position: ${title}`, async ({ visit, page, flushed, messages }) => {
    await visit({ body });
    await page.click("#x");
    const events = await flushed();
    expect(events.at(-1)?.data.position).toBe(position);
    // Impressions carry none.
    for (const { data } of events.slice(0, -1)) expect(data).not.toHaveProperty("position");
    expect(messages).toEqual([]);
  });

test("data-track-position: what is no position is reported once, and the index stands in", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  for (const wrong of ["first", "-1", "1.5", ""]) {
    messages.length = 0;
    await visit({
      body: `<i data-track-game="0"></i><button id="x" data-track-game="1" data-track-position="${wrong}">x</button>`,
    });
    await page.click("#x");
    await page.click("#x");
    expect((await flushed()).at(-1)?.data.position, wrong).toBe(1);
    expect(messages, wrong).toEqual([expect.stringMatching(/position/)]);
  }
});

test("data-track-position: is what the list looks like at the click, not at the start", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({
    body: '<div id="list" data-track-location="a:b"><button id="x" data-track-game="1">x</button></div>',
  });
  await page.click("#x");
  await page.evaluate(() =>
    document.getElementById("x")?.insertAdjacentHTML("beforebegin", "<i data-track-game=2></i>"),
  );
  await page.click("#x");
  await page.evaluate(() => document.querySelector("[data-track-game='2']")?.remove());
  await page.click("#x");
  const clicks = (await flushed()).filter(({ event_type }) => event_type === "clicks:game");
  expect(clicks.map(({ data }) => data.position)).toEqual([0, 1, 0]);
});

/** A list in which `#x` is clicked, something changes, and it is clicked again. */
const CHANGES: [title: string, name: string, change: string, positions: number[]][] = [
  ["one of the list is reordered", "game", "list.prepend(x)", [1, 0]],
  ["one becomes an entity", "game", "other.setAttribute('data-track-game', '9')", [1, 2]],
  ["one is no entity any more", "game", "list.children[1].removeAttribute('data-track-game')", [1, 0]],
  ["a location is set within", "game", "inner.setAttribute('data-track-location', 'c:d')", [1, 0]],
  [
    "a subtree is replaced",
    "event",
    "list.children[1].innerHTML = '<i data-track-event=7></i><i data-track-event=8></i>'",
    [1, 3],
  ],
  ["one becomes an action", "social", "other.setAttribute('data-track-social', '9')", [1, 2]],
];

for (const [title, name, change, positions] of CHANGES)
  test(`data-track-position: it is looked up again when ${title}`, async ({ visit, page, flushed }) => {
    await visit({
      body: `<div id="list" data-track-location="a:b"><i id="other"></i><p data-track-${name}="0"></p>
        <div id="inner"><button id="x" data-track-${name}="1">x</button></div></div>`,
    });
    await page.click("#x");
    await page.evaluate(change);
    await page.click("#x");
    const clicks = (await flushed()).filter(({ event_type }) => event_type.startsWith("clicks:"));
    expect(clicks.map(({ data }) => data.position)).toEqual(positions);
  });

test("data-track-position: while only prices change, the list is asked once", async ({ visit, page }) => {
  await visit({
    body: `<div data-track-location="a:b">${[1, 2, 3]
      .map(
        (id) =>
          `<p data-track-event="${id}"><button id="o${id}" data-track-outcome="${id}">1.85</button></p>`,
      )
      .join("")}</div>`,
  });
  await page.click("#o3");
  await page.evaluate(() => {
    const { querySelectorAll } = Element.prototype;
    Object.assign(window, { asked: 0 });
    Element.prototype.querySelectorAll = function (this: Element, selector: string) {
      (window as unknown as { asked: number }).asked++;
      return querySelectorAll.call(this, selector);
    } as typeof querySelectorAll;
  });
  await page.evaluate("document.querySelectorAll('button').forEach((one) => (one.textContent = '1.90'))");
  await page.click("#o2");
  expect(await page.evaluate("asked")).toBe(0);
  await page.evaluate("document.querySelector('p').remove()");
  await page.click("#o2");
  expect(await page.evaluate("asked")).toBe(1);
});

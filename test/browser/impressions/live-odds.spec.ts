import type { Page } from "@playwright/test";
import { expect, idsOf, test } from "../../support/fixtures.js";

const MATCHES = 300;

const list = Array.from(
  { length: MATCHES },
  (_, id) =>
    `<div class="row" data-track-event="${id}"><b>Match ${id}</b><button data-track-outcome="${id}">1.85</button></div>`,
).join("");
const HEAD = "<style>.row { height: 24px; overflow: hidden }</style>";

/** Counts in the page what costs time: queries, layout and style reads, observations, timers, requests. */
const countWork = (page: Page) =>
  page.evaluate(() => {
    const work: Record<string, number> = {};
    Object.assign(window, { work });
    const count = (owner: object, name: string) => {
      const original = (owner as Record<string, (...args: unknown[]) => unknown>)[name];
      (owner as Record<string, unknown>)[name] = function (this: unknown, ...args: unknown[]) {
        if (/tracktag\.js/.test(new Error().stack ?? "")) work[name] = (work[name] ?? 0) + 1;
        return original?.apply(this, args);
      };
    };
    for (const name of [
      "querySelectorAll",
      "querySelector",
      "matches",
      "closest",
      "getBoundingClientRect",
      "getAttribute",
      "checkVisibility",
    ])
      count(Element.prototype, name);
    for (const name of ["querySelectorAll", "querySelector", "createTreeWalker"])
      count(Document.prototype, name);
    for (const name of ["observe", "unobserve"]) count(IntersectionObserver.prototype, name);
    for (const name of ["setTimeout", "getComputedStyle", "requestAnimationFrame", "fetch", "queueMicrotask"])
      count(window, name);
    count(navigator, "sendBeacon");
    count(Storage.prototype, "setItem");
    count(Storage.prototype, "getItem");
  });

const frames = (page: Page, action: string) =>
  page.evaluate(`(async () => {
    for (let frame = 0; frame < 30; frame++) {
      ${action}
      await new Promise(requestAnimationFrame);
    }
  })()`);

test("live odds: changes of text, style and classes are none of the script's business", async ({
  visit,
  page,
  seen,
  site,
  stats,
}) => {
  await visit({ head: HEAD, body: list });
  await seen();
  // The relay has them before the page has its answer.
  await expect.poll(async () => (await stats()).queued).toBe(0);
  await countWork(page);
  const posts = site.posts.length;
  for (const change of [
    "button.textContent = Math.random()",
    "button.firstChild.nodeValue = Math.random()",
    "button.innerText = Math.random()",
    "button.className = 'up' + frame",
    "button.style.color = frame % 2 ? 'red' : 'green'",
    "button.setAttribute('aria-label', frame)",
    "button.dataset.price = frame",
  ])
    await frames(page, `document.querySelectorAll("button").forEach((button) => { ${change} });`);
  expect(await page.evaluate("work")).toEqual({});
  expect(site.posts).toHaveLength(posts);
});

test("the count of work sees an added element, so that a zero is one", async ({ visit, page, seen }) => {
  await visit({ head: HEAD, body: list });
  await seen();
  await countWork(page);
  await frames(
    page,
    `document.body.insertAdjacentHTML("beforeend", "<p data-track-event='x" + frame + "'></p>");`,
  );
  expect(Object.keys((await page.evaluate("work")) as object)).toEqual(expect.arrayContaining(["observe"]));
});

test("a list of 300 matches that is rendered anew by innerHTML: what is in view counts once, nothing else does", async ({
  visit,
  page,
  seen,
  stats,
}) => {
  await visit({ tag: { viewability: "0.5/300" }, head: HEAD, body: `<div id="list">${list}</div>` });
  await page.evaluate(() => {
    const list = document.getElementById("list") as HTMLElement;
    const html = list.innerHTML;
    Object.assign(window, { renders: 0 });
    const render = () => {
      list.innerHTML = html;
      (window as unknown as { renders: number }).renders++;
      requestAnimationFrame(() => requestAnimationFrame(render));
    };
    render();
  });
  const events = await seen();
  await seen();
  expect(await page.evaluate("renders")).toBeGreaterThan(5);
  expect((idsOf(events, "impressions:events") as number[]).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 30 }, (_, id) => id),
  );
  // 30 matches and two markers.
  expect((await stats()).captured).toBe(32);
});

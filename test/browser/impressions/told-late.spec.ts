import type { Page } from "@playwright/test";
import { expect, gamesOf, test } from "../../support/fixtures.js";

const BODY = '<div class="box" id="x" data-track-game="1"></div>';

const WAYS = {
  moved: "x.style.marginLeft = '-999px'",
  removed: "x.remove()",
  "not displayed": "x.style.display = 'none'",
};

const COMMANDS = {
  page: "tracktag.page('next')",
  identify: "tracktag.identify('520535')",
  consent: "tracktag.consent(true)",
  stop: "tracktag.stop()",
  "a navigation": "history.pushState(null, '', '/next')",
};

/**
 * It is in view for 0.6 s and gone in the next frame; then the page is busy, and says something before any observer has
 * told of that frame.
 */
const sayAfter = (page: Page, way: string, command: string): Promise<unknown> =>
  page.evaluate(`new Promise((resolve) => {
    const busy = (ms) => { for (const end = performance.now() + ms; performance.now() < end; ); };
    const x = document.getElementById("x");
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => { busy(600); ${command}; resolve(); };
    // It is another one from now on.
    x.dataset.trackGame = "7";
    new IntersectionObserver((_, observer) => {
      observer.disconnect();
      busy(500);
      requestAnimationFrame(() => { ${way}; port1.postMessage(0); });
    }).observe(x);
  })`);

for (const [how, way] of Object.entries(WAYS))
  for (const [what, command] of Object.entries(COMMANDS))
    test(`${how} before its second is over does not count, where the page says ${what} before that is told`, async ({
      visit,
      page,
      relay,
    }) => {
      await visit({ tag: { viewability: "0.5/1000", pageviews: "auto" }, body: BODY });
      await sayAfter(page, way, command);
      await page.evaluate("Promise.resolve(window.tracktag?.flush())");
      expect(gamesOf(relay.events())).toEqual([]);
    });

/** Shows it, and is busy when the frame is over, before any observer tells of it; then it is in view until it goes. */
const showThenBeBusy = (page: Page, way: string): Promise<unknown> =>
  page.evaluate(`new Promise((resolve) => {
    const x = document.getElementById("x");
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => { for (const end = performance.now() + 400; performance.now() < end; ); };
    new IntersectionObserver(([{ isIntersecting, time }], observer) => {
      if (!isIntersecting) return;
      observer.disconnect();
      setTimeout(() => { ${way}; resolve(performance.now() - time); }, time + 1250 - performance.now());
    }).observe(x);
    requestAnimationFrame(() => { x.hidden = false; port1.postMessage(0); });
  })`);

for (const [how, way] of Object.entries(WAYS))
  test(`${how} after its second counts, where the page is busy before its first frame is told`, async ({
    visit,
    page,
    flushed,
  }) => {
    await visit({
      tag: { viewability: "0.5/1000" },
      body: BODY.replace('id="x"', 'id="x" hidden'),
    });
    await flushed();
    await showThenBeBusy(page, way);
    expect(gamesOf(await flushed())).toEqual(["1"]);
  });

test("a copy of another rule, which is out of view, does not count what another one's second is not over for", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({
    tag: { viewability: "0.5/1000" },
    body: `${BODY}<div id="place"></div><div style="height: 5000px"></div>`,
  });
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const due = document.getElementById("x") as HTMLElement;
    const place = document.getElementById("place") as HTMLElement;
    due.dataset.trackGame = "due";
    await wait(600);
    place.innerHTML = '<div class="box" data-track-game="brief"></div>';
    const begun = performance.now();
    await wait(350);
    for (const end = begun + 500; performance.now() < end; );
    const copy = '<div class="box" data-track-game="brief" data-track-viewability="any"></div>';
    document.body.insertAdjacentHTML("beforeend", copy);
    await frame();
    await wait(50);
    place.innerHTML = "";
    await frame();
    await frame();
  });
  await expect.poll(async () => gamesOf(await flushed())).toContain("due");
  expect(gamesOf(await flushed())).not.toContain("brief");
});

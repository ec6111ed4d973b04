import { expect, test } from "../support/fixtures.js";
import { scriptTag } from "../support/page.js";
import { parkedIn } from "./parked.js";

const ROWS = 4000;

const BODY = `<style>.row { height: 40px }</style>${Array.from({ length: ROWS }, (_, n) => `<div class="row" data-track-game="${n}"></div>`).join("")}`;

/** What is watched while the file is on its way, what is near, and the guards of what is near: a sixth of the page. */
const MOST = 700;

test("what is far from the start is never observed, and neither are its guards", async ({ page, visit }) => {
  await page.addInitScript(() => {
    const watched = new Map<unknown, Set<Element>>();
    const counts = { most: 0 };
    Object.assign(window, { counts });
    const { observe, unobserve } = IntersectionObserver.prototype;
    IntersectionObserver.prototype.observe = function (element) {
      const mine = watched.get(this) ?? new Set();
      watched.set(this, mine.add(element));
      const all = [...watched.values()].reduce((sum, { size }) => sum + size, 0);
      counts.most = Math.max(counts.most, all);
      observe.call(this, element);
    };
    IntersectionObserver.prototype.unobserve = function (element) {
      watched.get(this)?.delete(element);
      unobserve.call(this, element);
    };
  });
  // The file is there when it is asked for: of what waits for it longer than a fifth of a second all is watched.
  await visit({ tag: null, body: BODY });
  await parkedIn(page);
  await page.evaluate(
    (tag) => {
      const at = document.createRange().createContextualFragment(tag);
      document.head.append(at);
    },
    scriptTag({ endpoint: "/t", lobby: "1500" }),
  );
  await expect.poll(() => parkedIn(page)).toBeGreaterThan(0.9 * ROWS);
  const { most } = await page.evaluate(() => (window as unknown as { counts: { most: number } }).counts);
  expect(most).toBeLessThan(MOST);
});

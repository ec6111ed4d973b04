import { expect, gamesOf, test } from "../../support/fixtures.js";

const CARDS = 500;

/** Each has so many elements in it. */
const INSIDE = 8;

/** As a parser does: each element where it stands, one after the other. Returns how often the script has searched. */
const build = async ([cards, inside]: [number, number]): Promise<number> => {
  let searches = 0;
  const { querySelectorAll } = Element.prototype;
  Element.prototype.querySelectorAll = function (this: Element, selector: string) {
    searches++;
    return querySelectorAll.call(this, selector);
  } as typeof querySelectorAll;
  for (let id = 0; id < cards; id++) {
    const card = document.createElement("div");
    card.style.height = "1px";
    card.style.overflow = "hidden";
    document.body.append(card);
    card.dataset.trackGame = `${id}`;
    let parent: Element = card;
    for (let count = 0; count < inside; count++) {
      const element = document.createElement("span");
      parent.append(element);
      if (count % 2) parent = element;
    }
  }
  await new Promise(requestAnimationFrame);
  Element.prototype.querySelectorAll = querySelectorAll;
  return searches;
};

test("what a parser adds is searched once for all that was added in it", async ({ visit, page, seen }) => {
  await visit({});
  const searches = await page.evaluate(build, [CARDS, INSIDE] as [number, number]);
  // For what can be seen, and for shadow roots.
  expect(searches).toBeLessThanOrEqual(2 * CARDS);
  expect(gamesOf(await seen())).toEqual(Array.from({ length: CARDS }, (_, n) => `${n}`).sort());
});

import { expect, gamesOf, test } from "../../support/fixtures.js";

const MANY = 20_000;

/** How often something was observed for the first time when it was on the page no more. */
const note = (): void => {
  const { observe } = IntersectionObserver.prototype;
  const calls = { ofDetached: 0 };
  const known = new WeakSet<Element>();
  Object.assign(window, { calls });
  IntersectionObserver.prototype.observe = function (element) {
    if (!element.isConnected && !known.has(element)) calls.ofDetached++;
    known.add(element);
    observe.call(this, element);
  };
};

test("what has gone before its turn is not looked at, and what has come since does not wait for it", async ({
  visit,
  page,
  flushed,
}) => {
  await page.addInitScript(note);
  await visit({ tag: { lobby: "0" } });
  await page.evaluate(async (many) => {
    const list = document.createElement("main");
    document.body.append(list);
    for (let turn = 0; turn < 2; turn++) {
      list.innerHTML = Array.from({ length: many }, (_, n) => `<p data-track-game="${turn}-${n}"></p>`).join(
        "",
      );
      // It is told of, and there is no time to visit all.
      await new Promise((resolve) => setTimeout(resolve));
      list.innerHTML = "";
    }
    list.innerHTML = '<div class="box" data-track-game="last"></div>';
  }, MANY);
  await expect.poll(async () => gamesOf(await flushed())).toContain("last");
  expect(await page.evaluate("calls.ofDetached")).toBe(0);
});

test("what was added last is found first, and what stands in it in the order of the page", async ({
  visit,
  page,
}) => {
  await visit({ tag: { lobby: "0" } });
  const found = await page.evaluate(async () => {
    const found: string[] = [];
    const { observe } = IntersectionObserver.prototype;
    IntersectionObserver.prototype.observe = function (element) {
      found.push((element as HTMLElement).dataset.trackGame as string);
      observe.call(this, element);
    };
    document.body.innerHTML = `<div data-track-game="1"><p data-track-game="2"></p><p data-track-game="3"></p></div>
      <div><p data-track-game="4"></p></div><div data-track-game="5"></div>`;
    while (found.length < 5) await new Promise((resolve) => setTimeout(resolve));
    return found;
  });
  expect(found).toEqual(["1", "2", "3", "4", "5"]);
});

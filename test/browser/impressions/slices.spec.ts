import { expect, gamesOf, test } from "../../support/fixtures.js";

const IDS = Array.from({ length: 20 }, (_, n) => `${n}`);

test("a long page is looked through in slices: the page goes on in between, and nothing is missed", async ({
  visit,
  page,
  seen,
}) => {
  await visit({
    body: IDS.map((id) => `<div style="height: 20px" data-track-game="${id}"></div>`).join(""),
    head: `<script>
      // As if each were a thousand: looking at one takes 5 ms.
      const { observe } = IntersectionObserver.prototype;
      window.done = 0;
      window.between = [];
      IntersectionObserver.prototype.observe = function (element) {
        const end = performance.now() + 5;
        while (performance.now() < end);
        // What the page wants to do comes after a few of them.
        if (done++ < 2) setTimeout(() => between.push(done));
        return observe.call(this, element);
      };
    </script>`,
  });
  expect(gamesOf(await seen())).toEqual([...IDS].sort());
  const between = (await page.evaluate("between")) as number[];
  expect(between).toHaveLength(2);
  for (const done of between) expect(done).toBeLessThan(IDS.length);
});

import { expect, gamesOf, test } from "../support/fixtures.js";

const CSS = "main { display: grid; grid-template-columns: repeat(3, 1fr) } main > * { height: 150px }";

const cards = (count: number): string =>
  `<main>${Array.from({ length: count }, (_, n) => `<div data-track-game="${n}"></div>`).join("")}</main>`;

/** Puts copies in the place of the cards that are in view, or of one of them, again and again, from the start on. */
const replacing = (every: number, one: boolean): string => `<script>
  setInterval(() => {
    const shown = [...document.querySelectorAll("main > *")].slice(0, 15);
    for (const card of ${one} ? shown.slice(4, 5) : shown) card.replaceWith(card.cloneNode(true));
  }, ${every});
</script>`;

for (const [count, lobby] of [
  [30, "10"],
  [2500, "1500"],
] as const)
  for (const [every, one] of [
    [400, false],
    [500, true],
    [700, false],
  ] as const)
    test(`${one ? "one" : "all in view"} of ${count} cards made anew each ${every} ms: the second goes on`, async ({
      visit,
      page,
      flushed,
    }) => {
      await page.setViewportSize({ width: 1000, height: 750 });
      await visit({
        tag: { lobby, viewability: "mrc" },
        head: `<style>${CSS}</style>`,
        body: cards(count) + replacing(every, one),
      });
      // For three dwells, and the time in which the parking sets up.
      await page.waitForFunction(() => performance.now() > 6000);
      expect(gamesOf(await flushed()).sort()).toEqual(Array.from({ length: 15 }, (_, n) => `${n}`).sort());
    });

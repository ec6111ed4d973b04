import { expect, gamesOf, test } from "../support/fixtures.js";
import { parkedIn } from "./parked.js";

/** Far below, until they are moved: then the first of them is in view. */
const CSS =
  "div { height: 90px } main { position: absolute; top: 9000px; width: 500px } .near main { transform: translateY(-8390px) }";

const cards = (from: number) =>
  Array.from({ length: 6 }, (_, n) => `<div data-track-game="${from + n}"></div>`).join("");

/** How often it is moved. */
const TURNS = 10;

// Of a frame a browser tells one observer after the other, in an order that is another on each page.
for (const ms of [200, 220, 240, 260, 280, 300, 320, 340, 360, 380, 400, 420])
  test(`in view for ${ms} ms, and far away for as long, again and again: no dwell goes on`, async ({
    visit,
    page,
    flushed,
  }) => {
    await page.setViewportSize({ width: 1000, height: 700 });
    await visit({
      tag: { lobby: "1", viewability: "mrc" },
      head: `<style>${CSS}</style>`,
      body: `${cards(0)}<main>${cards(10)}</main>`,
    });
    await expect.poll(() => parkedIn(page)).toBe(6);
    await page.evaluate(
      ([ms, turns]) =>
        new Promise<void>((resolve) => {
          let turn = 0;
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => document.body.classList.toggle("near");
          const timer = setInterval(() => {
            // What a timer that goes on asks timers for is late: all that looks at the change is to do so in one frame.
            port2.postMessage(0);
            if (++turn < turns) return;
            clearInterval(timer);
            resolve();
          }, ms);
        }),
      [ms, TURNS] as const,
    );
    expect(gamesOf(await flushed()).sort()).toEqual(["0", "1", "2", "3", "4", "5"]);
  });

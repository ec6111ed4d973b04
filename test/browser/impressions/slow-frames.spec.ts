import { expect, gamesOf, test } from "../../support/fixtures.js";

/** So long lasts a frame, ms: an answer that waits for the next one comes this much later. */
const FRAME = 400;

const DWELL = 1150;

/** For how many frames each is shown. */
const SHOWN = [1, 2, 3, 4, 5];

const STYLE = ".box { position: fixed; left: -500px; width: 50px; height: 50px }";

const box = (id: number) => `<div class="box" data-track-game="${id}" style="top: ${60 * id}px"></div>`;

interface Time {
  /** For how long it was in view, ms. */
  most: number;
  /** The same without the frames that were told of together with the one in which it came. */
  least: number;
}

/** Shows them from one frame on, and hides each some frames later. */
const show = ([shown, ms]: [number[], number]): Promise<Record<string, Time>> =>
  new Promise((resolve) => {
    const boxes = [...document.querySelectorAll<HTMLElement>(".box")];
    const since: Record<string, [came: number, told: number]> = {};
    const times: Record<string, Time> = {};
    // It is told of the same frames as the script, and at the same time.
    const observer = new IntersectionObserver((entries) => {
      const told = Math.max(...entries.map(({ time }) => time));
      for (const { target, isIntersecting, time } of entries) {
        const id = (target as HTMLElement).dataset.trackGame as string;
        const before = since[id];
        if (isIntersecting) since[id] = [time, told];
        else if (before) times[id] = { most: time - before[0], least: time - before[1] };
      }
      if (Object.keys(times).length === boxes.length) resolve(times);
    });
    for (const box of boxes) observer.observe(box);
    let frame = 0;
    const tick = (): void => {
      frame++;
      boxes.forEach((box, index) => {
        const isShown = frame > 1 && frame <= 1 + (shown[index] as number);
        box.style.left = isShown ? "0" : "-500px";
      });
      for (const end = performance.now() + ms; performance.now() < end; );
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });

test("where frames are slow, what has gone before its time is looked at counts if it was in view for as long as that", async ({
  page,
  visit,
  flushed,
}) => {
  await visit({
    tag: { viewability: `0.5/${DWELL}` },
    head: `<style>${STYLE}</style>`,
    body: SHOWN.map(box).join(""),
  });
  const times = await page.evaluate(show, [SHOWN, FRAME] as [number[], number]);
  const idsOf = (is: (time: Time) => boolean) => SHOWN.map(String).filter((id) => is(times[id] as Time));
  const must = idsOf(({ least }) => least >= DWELL);
  const may = idsOf(({ most }) => most >= DWELL);
  expect(must).toContain("5");
  // The last to go is the last to count.
  await expect.poll(async () => gamesOf(await flushed())).toContain("5");
  const counted = gamesOf(await flushed());
  expect(counted).toEqual(expect.arrayContaining(must));
  expect(may).toEqual(expect.arrayContaining(counted));
});

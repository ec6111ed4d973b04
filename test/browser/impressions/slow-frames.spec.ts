import { expect, gamesOf, test } from "../../support/fixtures.js";

/** So long lasts a frame, ms: an answer that waits for the next one comes this much later. */
const FRAME = 400;

const DWELL = 1150;

const STYLE = ".box { position: fixed; left: -500px; width: 50px; height: 50px }";

const box = (id: string, place: number) =>
  `<div class="box" data-track-game="${id}" style="top: ${60 * place}px"></div>`;

/** Shows each box in the frames that its plan says, and tells for how long each was in view without a break, ms. */
const show = ([plans, ms]: [Record<string, string>, number]): Promise<Record<string, number>> =>
  new Promise((resolve) => {
    const longest: Record<string, number> = {};
    const boxes = Object.entries(plans).map(([id, plan]) => {
      const box = document.querySelector<HTMLElement>(`[data-track-game="${id}"]`) as HTMLElement;
      let since: number | undefined;
      // It is told of the same frames as the script, and at the same time.
      new IntersectionObserver((entries) => {
        for (const { isIntersecting, time } of entries)
          if (isIntersecting) since ??= time;
          else if (since !== undefined) {
            longest[id] = Math.max(longest[id] ?? 0, time - since);
            since = undefined;
          }
      }).observe(box);
      return { box, plan };
    });
    const last = Math.max(...boxes.map(({ plan }) => plan.length));
    let frame = 0;
    const tick = (): void => {
      for (const { box, plan } of boxes) box.style.left = plan[frame] === "1" ? "0" : "-500px";
      for (const end = performance.now() + ms; performance.now() < end; );
      if (frame++ < last + 2) requestAnimationFrame(tick);
      else setTimeout(() => resolve(longest));
    };
    requestAnimationFrame(() => requestAnimationFrame(tick));
  });

const turns = (one: string): string => one.repeat(7);

const PAGES: Record<string, Record<string, string>> = {
  "in view for one frame and more": { a: "1", b: "11", c: "111", d: "1111", e: "11111" },
  "in and out by turns": { a: turns("01"), b: `0${turns("01")}` },
  "two frames, and one without": { a: turns("011"), b: `0${turns("011")}`, c: `00${turns("011")}` },
  "three frames, beside what comes and goes": {
    y: turns("01"),
    z: turns("10"),
    ...Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${n}`, `${"0".repeat(n + 1)}111`])),
  },
};

for (const [name, plans] of Object.entries(PAGES))
  test(`where frames are slow, what counts was in view for as long as that, and all that was counts: ${name}`, async ({
    page,
    visit,
    flushed,
  }) => {
    await visit({
      tag: { viewability: `0.5/${DWELL}` },
      head: `<style>${STYLE}</style>`,
      body: Object.keys(plans).map(box).join(""),
    });
    const longest = await page.evaluate(show, [plans, FRAME] as [Record<string, string>, number]);
    const enough = Object.keys(longest).filter((id) => (longest[id] as number) >= DWELL);
    await expect.poll(async () => gamesOf(await flushed()).sort()).toEqual(enough.sort());
  });

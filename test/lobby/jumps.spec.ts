import { expect, test } from "../support/fixtures.js";
import { parkedIn } from "./parked.js";

const ROWS = 4000;
const LANES = 100;

const rows = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<div class="row" data-track-game="${n}"></div>`).join("");

const PAGES = {
  "down a list": { css: ".row { height: 40px }", body: rows(ROWS), to: "scrollTo(0, 100_000)" },
  "into lanes": {
    css: ".row { flex: none; width: 150px; height: 100px } .lane { display: flex; overflow-x: auto; height: 400px }",
    body: Array.from({ length: LANES }, () => `<div class="lane">${rows(ROWS / LANES)}</div>`).join(""),
    to: "scrollTo(0, 25_000)",
  },
  "along a lane": {
    css: ".row { flex: none; width: 150px; height: 100px } .lane { display: flex; overflow-x: auto }",
    body: `<div class="lane">${rows(ROWS)}</div>`,
    to: 'document.querySelector(".lane").scrollTo(300_000, 0)',
  },
};

/** So long lasts a frame on a slow machine, ms: longer than the browser lets a guard wait. */
const SLOW = 100;

interface Answers {
  /** The frame of which an observer tells now, ms. */
  frame: number;
  /** The frame after which each element was asked about last, ms. */
  asked: Map<Element, number>;
}

const note = (): void => {
  const answers: Answers = { frame: 0, asked: new Map() };
  class Noted extends IntersectionObserver {
    constructor(callback: IntersectionObserverCallback, options: IntersectionObserverInit) {
      super((entries, self) => {
        answers.frame = entries[0]?.time ?? 0;
        callback(entries, self);
      }, options);
    }
    override observe(element: Element): void {
      answers.asked.set(element, answers.frame);
      super.observe(element);
    }
  }
  Object.assign(window, { answers, IntersectionObserver: Noted });
};

/**
 * How many frames begin after the one that shows what is in view after a jump, until all of it is asked about. An
 * observer's answer comes when the next has begun.
 */
const jump = ([to, ms]: [string, number]): Promise<number> => {
  const { asked } = (window as unknown as { answers: Answers }).answers;
  const isInView = (row: Element): boolean => {
    const { top, left, bottom, right } = row.getBoundingClientRect();
    return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  };
  /** Since the jump. */
  const frames: number[] = [];
  let inView: Element[] | undefined;
  return new Promise((resolve) => {
    const tick = (at: number): void => {
      frames.push(at);
      if (frames.length === 2) {
        asked.clear();
        // biome-ignore lint/security/noGlobalEval: it is this file's own
        eval(to);
        inView = [...document.querySelectorAll(".row")].filter(isInView);
      }
      for (const end = performance.now() + ms; performance.now() < end; );
      if (inView?.every((row) => asked.has(row))) {
        const last = Math.max(...inView.map((row) => asked.get(row) as number));
        resolve(frames.slice(2).filter((frame) => frame <= last).length);
      } else requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
};

for (const [where, { css, body, to }] of Object.entries(PAGES))
  test(`a jump ${where}: what is in view waits for one guard, not for the guard's guard, too`, async ({
    page,
    visit,
  }) => {
    await page.addInitScript(note);
    await visit({ tag: { lobby: "1" }, body: `<style>${css}</style>${body}` });
    await expect.poll(() => parkedIn(page)).toBeGreaterThan(0.8 * ROWS);
    expect(await page.evaluate(jump, [to, SLOW] as [string, number])).toBeLessThanOrEqual(1);
  });

import type { Page } from "@playwright/test";
import type { Tracker } from "../../src/tracker.js";
import { expect, test } from "../support/fixtures.js";
import { parkedIn } from "./parked.js";

const ROWS = 4000;

/** So much slower than this machine. */
const RATE = 5;

/** So many may pass until all that a filter brings into view has begun its second: a rest has hundreds. */
const FRAMES = 60;

const row = (n: number): string =>
  `<div class="row" data-track-game="${n}">${n}<button>1</button><button>2</button><button>3</button></div>`;

const BODY = `<style>
  .row { height: 40px }
  button { transition: background 0.3s }
  .up { background: lime }
</style>
<div style="display: grid"><main style="min-height: 0; overflow: hidden">${Array.from({ length: ROWS }, (_, n) => row(n)).join("")}</main></div>`;

/** Prices change, and flash: four times a second, 300 of them. */
const tick = (): void => {
  const prices = document.querySelectorAll("button");
  let turn = 0;
  setInterval(() => {
    for (let count = 0; count < 300; count++) {
      const price = prices[(turn++ * 97) % prices.length] as HTMLElement;
      price.textContent = `${turn}`;
      price.classList.add("up");
      setTimeout(() => price.classList.remove("up"), 400);
    }
  }, 250);
};

/** Shows a seventh of the rows, or all. */
const filter = (isOn: boolean): void => {
  for (const row of document.querySelectorAll<HTMLElement>(".row"))
    row.hidden = isOn && Number(row.dataset.trackGame) % 7 > 0;
};

/** Puts each row elsewhere, as a list does that is sorted. */
const sort = (seed: number): void => {
  const list = document.querySelector("main") as HTMLElement;
  const key = ({ dataset }: HTMLElement): number => ((Number(dataset.trackGame) + 1) * 7919 * seed) % 4001;
  const rows = document.createDocumentFragment();
  rows.append(...([...list.children] as HTMLElement[]).sort((a, b) => key(a) - key(b)));
  list.append(rows);
};

/** Those that have not counted, of the rows that are in view. */
const lacking = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { counted } = window as unknown as { counted: Set<string> };
    return [...document.querySelectorAll<HTMLElement>(".row")]
      .filter((row) => row.offsetHeight && row.getBoundingClientRect().bottom <= innerHeight)
      .map(({ dataset }) => dataset.trackGame as string)
      .filter((id) => !counted.has(id));
  });

test("on a slow machine, where there is always something to review, a list that is sorted loses nothing", async ({
  page,
  visit,
}) => {
  test.setTimeout(120_000);
  const cdp = await page.context().newCDPSession(page);
  await visit({ tag: { lobby: "1" }, body: BODY });
  await page.evaluate(() => {
    // Those that are there at first are not what this is about.
    const counted = new Set<unknown>(Array.from({ length: 30 }, (_, n) => `${n}`));
    Object.assign(window, { counted });
    (window.tracktag as unknown as { subscribe(listener: unknown): void }).subscribe(
      ({ event }: { event: { data: { game_ids?: { id: string }[] } } }) => {
        for (const { id } of event.data.game_ids ?? []) counted.add(id);
      },
    );
  });
  await expect.poll(() => parkedIn(page)).toBeGreaterThan(ROWS / 2);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: RATE });
  await page.evaluate(tick);
  for (const isOn of [true, false]) await page.evaluate(filter, isOn);
  for (const seed of [1, 2]) {
    await page.evaluate(sort, seed);
    await expect.poll(() => lacking(page), { timeout: 40_000 }).toEqual([]);
  }
});

test("on a slow machine a filter is not kept waiting by the pointer that goes there", async ({
  page,
  visit,
}) => {
  test.setTimeout(120_000);
  const cdp = await page.context().newCDPSession(page);
  const filter = '<style>.only .row:not([data-track-game$="7"]) { display: none }</style>';
  await visit({ tag: { lobby: "1" }, body: filter + BODY });
  await expect.poll(() => parkedIn(page)).toBeGreaterThan(ROWS / 2);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: RATE });
  await page.evaluate(() => {
    const counted = new Set(Array.from({ length: 30 }, (_, n) => `${n}`));
    const notes = { counted, begun: [] as number[], frames: [] as number[] };
    Object.assign(window, { counted, notes });
    const tracker = window.tracktag as Tracker;
    tracker.subscribe(({ stage, event }) => {
      if (stage !== "captured") return;
      for (const { id } of (event.data.game_ids ?? []) as { id: string }[]) counted.add(id);
      notes.begun.push(Date.parse(event.timestamp) - performance.timeOrigin - 1000);
    });
    const note = (at: number) => {
      notes.frames.push(at);
      requestAnimationFrame(note);
    };
    note(0);
  });
  for (let n = 0; n < 10; n++) await page.mouse.move(100 + n * 40, 60 + n * 50);
  const at = await page.evaluate(() => {
    document.body.className = "only";
    return performance.now();
  });
  await expect.poll(() => lacking(page), { timeout: 40_000 }).toEqual([]);
  const passed = await page.evaluate((at) => {
    const { begun, frames } = (window as unknown as { notes: { begun: number[]; frames: number[] } }).notes;
    return frames.filter((frame) => frame > at && frame < Math.max(...begun)).length;
  }, at);
  expect(passed).toBeLessThan(FRAMES);
});

test("where each moment is over at once, groups are found all the same", async ({ page, visit }) => {
  await page.addInitScript(() => {
    // Two questions for the time, and a moment of work is over.
    const real = performance.now.bind(performance);
    let asked = 0;
    performance.now = () => real() + 3 * asked++;
  });
  // Fewer than there are elements in a moment, so that the last of one and the first of the next belong together.
  const groups = Array.from(
    { length: 20 },
    (_, group) =>
      `<div style="height: 2000px">${Array.from({ length: 5 }, (_, n) => row(5 * group + n)).join("")}</div>`,
  );
  await visit({
    tag: { lobby: "1" },
    body: `<style>.row { height: 40px }</style><div style="height: 9000px"></div>${groups.join("")}`,
  });
  await expect.poll(() => parkedIn(page)).toBe(100);
});

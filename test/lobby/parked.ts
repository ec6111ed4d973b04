import { expect } from "@playwright/test";
import type { EnginePage } from "../truth/engines/engine.js";

/** How many elements are parked in the page now: what the module that the script has loaded tells. */
export const parkedIn = (tab: Pick<EnginePage, "evaluate">): Promise<number> =>
  tab.evaluate<number>('import("/tracktag.lobby.js").then(({ parked }) => parked())');

/** Waits until so many are parked: a build that quietly parks nothing would look perfect. */
export const expectParked = (tab: EnginePage, least = 1): Promise<void> =>
  expect.poll(() => parkedIn(tab), "parked").toBeGreaterThanOrEqual(least);

/** Waits until the crowd is parked, which takes a busy machine a while, and expects that nothing else is. */
export const expectOnly = async (tab: EnginePage, crowd: number): Promise<void> => {
  await expectParked(tab, crowd);
  expect(await parkedIn(tab), "parked").toBe(crowd);
};

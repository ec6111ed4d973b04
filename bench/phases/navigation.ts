import { click } from "../points.js";
import type { Phase } from "../session.js";
import { median } from "../stats.js";
import { load } from "../tab.js";

const TIMES = 10;

/** From a click on a link to the start of the navigation that it makes, ms, while an event waits to be sent. */
export const navigation: Phase = async (session) => {
  const { page } = session;
  const took: number[] = [];
  const list = page.url();
  for (let count = 0; count < TIMES; count++) {
    await page.goto(list);
    await load(session);
    await click(session, 1);
    await page.evaluate("bench.settle()");
    await Promise.all([page.waitForURL("**/next"), page.mouse.click(12, 8)]);
    took.push(await page.evaluate("performance.timeOrigin - sessionStorage.clicked"));
  }
  return { delay: median(took) };
};

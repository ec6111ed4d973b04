import type { Page } from "@playwright/test";

/** How many of these weak references, a variable of the page, still refer to something after a collection. */
export const keptOf = async (page: Page, name: string): Promise<number> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.detach();
  return page.evaluate(`${name}.filter((ref) => ref.deref()).length`);
};

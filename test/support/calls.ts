import type { Page } from "@playwright/test";

/** For a page's head: writes down which of the browser's ways out are used, and lets them do what they do. */
export const RECORDED = `<script>
  for (const [owner, name] of [[navigator, "sendBeacon"], [window, "fetch"]]) {
    const real = owner[name];
    owner[name] = (...args) => {
      sessionStorage.calls = (sessionStorage.calls ?? "") + name + (args[1].keepalive ? " keepalive," : ",");
      return real.apply(owner, args);
    };
  }
</script>`;

/** Goes to another page of the site, and waits until the one that is left has been told: that may be later. */
export async function leave(page: Page, path: string): Promise<void> {
  // The script has been told before: its listener is older.
  await page.evaluate(() => addEventListener("pagehide", () => (sessionStorage.left = location.href)));
  const left = page.url();
  await page.goto(path);
  await page.waitForFunction((left) => sessionStorage.left === left, left);
}

/** Which were used, on this page and those before it. */
export const callsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (sessionStorage.calls ?? "").split(",").filter(Boolean));

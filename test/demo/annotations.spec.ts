import { CLICKS, CONTEXT, IMPRESSIONS, OTHERS, PREFIX } from "../../src/attributes.js";
import { expect, odds, test } from "./fixtures.js";

const VOCABULARY = new Set([IMPRESSIONS, CLICKS].flatMap(Object.keys).concat(CONTEXT, OTHERS));

test("the three pages use every attribute of the vocabulary, and no other", async ({ page }) => {
  const used = new Set<string>();
  for (const path of ["/", "/live", "/casino"]) {
    await page.goto(path);
    await expect(page.locator("main h1")).toBeAttached();
    if (path === "/") await odds(page, 0).click();
    const names = await page.evaluate(() =>
      [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames()),
    );
    for (const name of names) if (name.startsWith(PREFIX)) used.add(name.slice(PREFIX.length));
  }
  expect([...used].sort()).toEqual([...VOCABULARY].sort());
});

test("the script finds nothing to complain about, and the page breaks no rule of its own policy", async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const path of ["/", "/live", "/casino"]) {
    await page.goto(path);
    await expect(page.locator(".row").first()).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

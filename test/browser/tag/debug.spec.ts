import type { Page } from "@playwright/test";
import type { Tracker } from "../../../src/tracker.js";
import { expect, test } from "../../support/fixtures.js";
import { boxesIn, panelOf } from "../../support/inspector.js";
import type { Site } from "../../support/site.js";

test.describe("data-debug", () => {
  const INSPECTOR = "GET /assets/tracktag.inspector.js";

  const load = async (
    { page, site }: { page: Page; site: Site },
    attributes: string,
    query = "",
    inspector = "window.inspected = true",
  ) => {
    const logged: string[] = [];
    page.on("console", (message) => message.type() === "log" && logged.push(message.text()));
    site.file("/assets/tracktag.inspector.js", inspector);
    site.file(
      "/",
      `<body><script src="/assets/tracktag.js" data-endpoint="/t" data-flush-interval="50" ${attributes}></script>`,
    );
    await page.goto(`/${query}`);
    return logged;
  };

  test.beforeEach(async ({ site, relay }) => {
    const script = await fetch(`${relay.url}/tracktag.js`);
    site.file("/assets/tracktag.js", await script.text());
  });

  for (const [title, attributes, query] of [
    ["data-debug: logs, and loads the inspector from the script's own folder", "data-debug", ""],
    ["?tracktag=inspect: does the same", "", "?a=1&tracktag=inspect"],
  ] as const)
    test(title, async ({ page, site, flushed }) => {
      const logged = await load({ page, site }, attributes, query);
      await flushed();
      await expect.poll(() => page.evaluate(() => "inspected" in window)).toBe(true);
      expect(site.requests).toContain(INSPECTOR);
      expect(logged.join()).toMatch(/captured/);
    });

  test("the panel has a line for each event with what has become of it, and counts them", async ({
    visit,
    page,
    flushed,
  }) => {
    await visit({}, "/?tracktag=inspect");
    // It tells of what happens once it is there.
    await expect.poll(() => page.evaluate("document.adoptedStyleSheets.length")).toBe(1);
    await page.evaluate(() =>
      document.body.insertAdjacentHTML("beforeend", '<div class="box" data-track-game="7"></div>'),
    );
    await expect.poll(async () => (await flushed()).length).toBe(1);
    await expect
      .poll(async () => (await panelOf(page)).lines)
      .toContain("sent · impressions:games · location=page:default, page=/, game_ids=7");
    const { captured, sent } = await page.evaluate(() => (window.tracktag as Tracker).stats());
    await expect
      .poll(async () => (await panelOf(page)).title)
      .toBe(`captured ${captured} · merged 0 · sent ${sent} · queued 0 · dropped 0`);
  });

  test("the panel's counts stay on one line when they are large", async ({ visit, page }) => {
    const games = [1, 2].map((id) => `<p class="box" data-track-game="${id}">${id}</p>`).join("");
    await visit({ tag: { lobby: "1" }, body: games }, "/?tracktag=inspect");
    await expect.poll(async () => (await panelOf(page)).title).toMatch(/ · parked \d+$/);
    const [small] = await boxesIn(page, "HEADER");
    await page.evaluate(() => {
      const counts = { captured: 123456, merged: 65432, sent: 123456, queued: 1000, dropped: {} };
      (window.tracktag as Tracker).stats = () => counts;
    });
    await expect.poll(async () => (await panelOf(page)).title).toContain("captured 123456");
    const [large] = await boxesIn(page, "HEADER");
    const [button] = await boxesIn(page, "BUTTON");
    expect(large?.height).toBe(small?.height);
    expect(button?.right).toBeLessThan(large?.right as number);
  });

  const outlineOf = (page: Page, id: string): Promise<string> =>
    page.locator(`#${id}`).evaluate((element) => getComputedStyle(element).outlineStyle);

  test("what is annotated has an outline, and another where an id is missing", async ({ visit, page }) => {
    await visit(
      {
        body: `<p id="seen" data-track-game="1">1</p><p id="pressed" data-track-social="x">2</p>
          <p id="empty" data-track-game="">3</p><p id="slip" data-track-combination="">4</p>`,
      },
      "/?tracktag=inspect",
    );
    await expect.poll(() => outlineOf(page, "seen")).toBe("dashed");
    expect(await outlineOf(page, "pressed")).toBe("dotted");
    expect(await outlineOf(page, "empty")).toBe("solid");
    expect(await outlineOf(page, "slip")).toBe("dotted");
  });

  test("the panel steps out of the way, and stays when the page replaces its body", async ({
    visit,
    page,
  }) => {
    await visit(
      { body: '<button style="position: fixed; right: 20px; bottom: 20px">Place bet</button>' },
      "/?tracktag=inspect",
    );
    await expect.poll(() => page.evaluate("document.adoptedStyleSheets.length")).toBe(1);
    const bet = page.getByRole("button", { name: "Place bet" });
    const isCovered = () =>
      bet.evaluate((element) => {
        const { x, y } = element.getBoundingClientRect();
        return document.elementFromPoint(x, y) !== element;
      });
    expect(await isCovered()).toBe(true);
    const [corner] = await boxesIn(page, "BUTTON");
    await page.mouse.click((corner?.right as number) - 5, (corner?.bottom as number) - 5);
    expect(await isCovered()).toBe(false);
    await page.evaluate(() => document.body.replaceWith(document.createElement("body")));
    await expect.poll(async () => (await panelOf(page)).title).toContain("captured");
  });

  test("under Trusted Types it is loaded, too", async ({ visit, page, flushed }) => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'">`;
    await visit({ head: policy, body: '<div class="box" data-track-game="1"></div>' }, "/?tracktag=inspect");
    await expect.poll(async () => (await flushed()).length).toBe(1);
    // It has a style sheet of its own for the page's outlines.
    await expect.poll(() => page.evaluate("document.adoptedStyleSheets.length")).toBe(1);
  });

  test("where it cannot be loaded the page is tracked all the same, and the console says so once", async ({
    page,
    site,
    flushed,
    messages,
  }) => {
    await load({ page, site }, "data-debug", "", "no script");
    await flushed();
    await expect
      .poll(() => messages.filter((text) => text.startsWith("tracktag: no inspector: SyntaxError")).length)
      .toBe(1);
  });

  test("without it nothing is logged or loaded", async ({ page, site, flushed }) => {
    const logged = await load({ page, site }, "", "?tracktag=inspected");
    await flushed();
    expect(site.requests).not.toContain(INSPECTOR);
    expect(logged).toEqual([]);
  });
});

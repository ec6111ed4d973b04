import { examples, text } from "../support/examples.js";
import { expect, gamesOf, test } from "../support/fixtures.js";
import { noteObserving } from "../support/observing.js";
import type { Site } from "../support/site.js";

const PATH = "/sports/live";

/** Serves a page with the module, as a bundler has put it together. */
function serve(site: Site, code: string, body = ""): void {
  site.file("/index.js", text("dist/index.js"));
  const script = `<script type="module">${code.replace('"tracktag"', '"/index.js"')}</script>`;
  site.page(PATH, { tag: null, body: body + script });
}

test("README: the module", async ({ page, site, relay: _, received }) => {
  serve(site, examples.get("module") ?? "");
  await page.goto(PATH);
  await received({ event_type: "users:login", user_id: "520535" });
});

test("the module looks for its other files beside the page; without them all works, and the console says so", async ({
  page,
  site,
  relay: _,
  seen,
  messages,
}) => {
  const far = '<p class="box" data-track-game="1" style="margin-top: 9000px"></p>';
  serve(
    site,
    `import { createTracker } from "tracktag";
    createTracker({ endpoint: "/t", flushInterval: "50", viewability: "any", lobby: "1", debug: "" });`,
    far,
  );
  await page.goto(PATH);
  const missing = () => messages.map((text) => /^tracktag: no \w+/.exec(text)?.[0]).filter(Boolean);
  await expect.poll(() => missing().sort()).toEqual(["tracktag: no inspector", "tracktag: no lobby"]);
  for (const name of ["inspector", "lobby"])
    expect(site.requests).toContain(`GET /sports/tracktag.${name}.js`);
  expect(gamesOf(await seen())).toEqual([]);
  await page.evaluate(() => scrollTo(0, 1e6));
  await expect.poll(async () => gamesOf(await seen())).toEqual(["1"]);
});

test("README: the module, told where its other files are", async ({ page, site, relay: _, messages }) => {
  site.file("/assets/tracktag.inspector.js", text("dist/tracktag.inspector.js"));
  serve(site, examples.get("module-files") ?? "");
  await page.goto(`${PATH}?tracktag=inspect`);
  // The inspector has a style sheet of its own for the page's outlines.
  await expect.poll(() => page.evaluate("document.adoptedStyleSheets.length")).toBe(1);
  expect(site.requests).toContain("GET /assets/tracktag.inspector.js");
  expect(messages).toEqual([]);
});

test("a tracker that is stopped in the task that made it, as React's strict mode does, never begins", async ({
  page,
  site,
  relay,
}) => {
  serve(
    site,
    `import { createTracker } from "tracktag";
    await createTracker({ endpoint: "/t", viewability: "any" }).stop();
    window.observedByStopped = [...observed];
    const tracker = createTracker({ endpoint: "/t", viewability: "any", page: "second" });
    while (!tracker.stats().captured) await new Promise((resolve) => setTimeout(resolve));
    await tracker.stop();
    window.isDone = true;`,
    '<p class="box" data-track-game="1">1</p>',
  );
  await page.addInitScript(noteObserving);
  await page.goto(PATH);
  await page.waitForFunction("window.isDone");
  expect(await page.evaluate("observedByStopped")).toEqual([]);
  expect(relay.events().map(({ data }) => data.page)).not.toContain(PATH);
  expect(relay.events().length).toBeGreaterThan(0);
});

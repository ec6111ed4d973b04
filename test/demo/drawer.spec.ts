import { expect, odds, receivedOne, rows, test } from "./fixtures.js";

test("a refused event is red and says why", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Send a bad event" }).click();
  const refused = page.locator(".row.is-refused");
  await expect(refused).toContainText("refused 422");
  await expect(refused).toContainText(
    "sportradar answered 422: /data must have required property 'outcome_id'",
  );
  await expect(page.locator(".counter-refused dd")).toHaveText("1");
});

test("a row unfolds to the event as the relay received it", async ({ page, feed }) => {
  await page.goto("/");
  await odds(page, 0).click();
  await rows(page, "clicks:outcome").first().locator(".row-head").click();
  const event = await receivedOne(feed, "clicks:outcome");
  const shown = JSON.parse((await page.locator(".json").textContent()) as string);
  expect(shown).toMatchObject({ ...event });
  expect(shown.visit.anonymous_id).toBeTruthy();
});

test("a hovered row outlines what it speaks of", async ({ page }) => {
  await page.goto("/");
  await odds(page, 1).click();
  await expect(page.locator(".lit")).toHaveCount(0);
  await rows(page, "clicks:outcome").first().hover();
  await expect(page.locator(".highlight .lit")).toHaveCount(1);
  await expect(odds(page, 1)).toHaveClass(/lit/);
  await page.locator(".drawer-head").hover();
  await expect(page.locator(".lit")).toHaveCount(0);
});

test("a filter leaves one family", async ({ page }) => {
  await page.goto("/");
  await odds(page, 0).click();
  await expect(rows(page, "clicks:outcome").first()).toBeVisible();
  await expect(rows(page, "impressions:page").first()).toBeVisible();
  await page.getByRole("group", { name: "Show" }).getByRole("button", { name: "Clicks" }).click();
  await expect(rows(page, "clicks:outcome").first()).toBeVisible();
  await expect(rows(page, "impressions:page").first()).toBeHidden();
});

test("a pause holds new rows back and loses none; clear empties rows and counters", async ({
  page,
  feed,
}) => {
  await page.goto("/");
  await receivedOne(feed, "impressions:events");
  await page.getByRole("button", { name: "Pause" }).click();
  await odds(page, 0).click();
  await expect(page.getByRole("button", { name: /^Resume · \d+ new$/ })).toBeVisible();
  await receivedOne(feed, "clicks:outcome");
  await expect(rows(page, "clicks:outcome")).toHaveCount(0);
  await page.getByRole("button", { name: /^Resume/ }).click();
  await expect(rows(page, "clicks:outcome")).toHaveCount(1);

  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page.locator(".row")).toHaveCount(0);
  await expect(page.locator(".counter-received dd")).toHaveText("0");
});

test("hundreds of events: all are counted, and the newest 300 are shown", async ({ page, demo, feed }) => {
  await page.goto("/");
  await receivedOne(feed, "impressions:events");
  const batch = (first: number) => ({
    v: 1,
    events: Array.from({ length: 200 }, (_, i) => ({
      id: crypto.randomUUID(),
      timestamp: new Date().toISOString(),
      event_type: "clicks:event",
      user_id: null,
      data: { event_id: String(first + i), location: "bulk:test", page: "/" },
    })),
  });
  for (const first of [1000, 1200]) {
    const { status } = await fetch(`${demo.url}/t`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: JSON.stringify(batch(first)),
    });
    expect(status).toBe(202);
  }
  await expect
    .poll(async () => Number(await page.locator(".counter-forwarded dd").textContent()))
    .toBeGreaterThanOrEqual(400);
  await expect(page.locator(".row")).toHaveCount(300);
  const shown = await page.locator(".row-ids").allTextContents();
  expect(shown.join()).toContain("1399");
  expect(shown.join()).not.toContain("1000");
});

test("the drawer works by keyboard, and its use is no event", async ({ page, feed }) => {
  await page.goto("/");
  await receivedOne(feed, "impressions:events");
  await page.locator(".row-head").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".json")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".drawer-panel")).toBeHidden();
  await expect(page.locator(".drawer-handle")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".drawer-panel")).toBeVisible();
  await odds(page, 0).click();
  await receivedOne(feed, "clicks:outcome");
  const pressed = feed.received
    .map(({ event }) => event.event_type)
    .filter((type) => !/impressions?:/.test(type));
  expect(pressed).toEqual(["clicks:outcome", "engagement:add_bet"]);
});

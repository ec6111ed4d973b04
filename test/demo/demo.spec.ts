import { expect, odds, receivedOne, rows, test } from "./fixtures.js";

test("what is seen and pressed arrives in the drawer, and at the backend", async ({ page, feed }) => {
  await page.goto("/");
  await expect(rows(page, "impressions:events").first()).toBeVisible();

  const chosen = odds(page, 0);
  const outcome = await chosen.getAttribute("data-track-outcome");
  const event = await page.locator("main [data-track-event]").first().getAttribute("data-track-event");
  await chosen.click();
  await expect(rows(page, "clicks:outcome").first()).toContainText("delivered 204");
  expect((await receivedOne(feed, "clicks:outcome")).data).toMatchObject({
    outcome_id: outcome,
    event_id: event,
    position: 0,
  });
  await expect(rows(page, "engagement:add_bet").first()).toContainText("delivered 204");

  await page.getByRole("button", { name: "Place ticket" }).click();
  await expect(rows(page, "engagement:place_ticket").first()).toContainText("delivered 204");
  expect((await receivedOne(feed, "engagement:place_ticket")).data).toMatchObject({
    selections: [{ id: outcome, event_id: event }],
    location: "betslip:default",
  });
  await expect(page.locator(".slip")).toContainText("Your slip is empty");

  await page.getByRole("link", { name: "Casino" }).first().click();
  await expect(page).toHaveURL(/\/casino$/);
  await expect.poll(() => feed.received.filter(({ event }) => event.data.previous_location).length).toBe(1);
  expect((await receivedOne(feed, "clicks:menu-item")).data).toMatchObject({
    menu: "main",
    item: "casino",
    page: "/",
  });
  expect((await receivedOne(feed, "impressions:page")).data).toMatchObject({
    page: "/casino",
    brand: "Northbet",
  });
  expect((await receivedOne(feed, "impressions:games")).data).toMatchObject({
    page: "/casino",
    brand: "Northbet Casino",
  });

  const all = () => feed.received.map(({ event }) => feed.answers.get(event.id));
  await expect.poll(() => [...new Set(all())], { message: "every event is accepted" }).toEqual([204]);
});

test("a second press takes the bet out again, which adds none", async ({ page, feed }) => {
  await page.goto("/");
  await odds(page, 0).click();
  await odds(page, 0).click();
  await odds(page, 1).click();
  await expect
    .poll(() => feed.received.filter(({ event }) => event.event_type === "clicks:outcome").length)
    .toBe(3);
  const added = feed.received.filter(({ event }) => event.event_type === "engagement:add_bet");
  const ids = [0, 1].map((index) => odds(page, index).getAttribute("data-track-outcome"));
  expect(added.map(({ event }) => event.data.selection_id)).toEqual(await Promise.all(ids));
});

test("the combinations report their legs, written on the button or marked beside it", async ({
  page,
  feed,
}) => {
  await page.goto("/");
  for (const index of [0, 1]) {
    const builder = page.locator(".builder").nth(index);
    await builder.getByRole("button").click();
    await expect
      .poll(() => feed.received.filter(({ event }) => event.event_type === "clicks:combination").length)
      .toBe(index + 1);
    const { selections } = (await receivedOne(feed, "clicks:combination")).data as { selections: object[] };
    expect(selections).toHaveLength(3);
    expect(selections[0]).toEqual({
      id: expect.stringMatching(/^30\d{8}$/),
      event_id: expect.stringMatching(/^10\d{8}$/),
    });
  }
  await expect(page.locator(".slip-selection")).toHaveCount(6);
});

test("who signs in is the user of what follows, until the sign-out", async ({ page, feed }) => {
  await page.goto("/");
  await odds(page, 0).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Sign in as demo user 520535" }).click();
  await expect(rows(page, "users:login").first()).toContainText("user 520535");
  await odds(page, 1).click();
  await page.locator(".account-button").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await odds(page, 2).click();
  await expect
    .poll(() => feed.received.filter(({ event }) => event.event_type === "clicks:outcome").length)
    .toBe(3);
  const users = feed.received
    .filter(({ event }) => event.event_type === "clicks:outcome")
    .map(({ event }) => event.user_id);
  expect(users).toEqual([null, "520535", null]);
  await expect(rows(page, "identify").first()).toContainText("stored");
});

test("without consent nothing is sent, and with it everything again", async ({ page, feed }) => {
  await page.goto("/");
  await receivedOne(feed, "impressions:events");
  const measurement = page.getByRole("switch", { name: "Measurement" });
  await page.locator(".account-button").click();
  await measurement.click();
  await page.keyboard.press("Escape");
  await odds(page, 0).click();
  await page.locator(".account-button").click();
  await measurement.click();
  await page.keyboard.press("Escape");
  await odds(page, 1).click();
  const marker = await odds(page, 1).getAttribute("data-track-outcome");
  expect((await receivedOne(feed, "clicks:outcome")).data.outcome_id).toBe(marker);
  expect(feed.received.filter(({ event }) => event.event_type === "clicks:outcome")).toHaveLength(1);
});

test("a favourite in the account, a heart and the stake are nobody's business", async ({ page, feed }) => {
  await page.goto("/casino");
  await page.locator(".heart").first().click();
  await page.locator(".account-button").click();
  await page.locator(".account-panel .league-tile").click();
  await expect(page).toHaveURL(/\/league\/1000093652$/);
  await odds(page, 0).click();
  await page.getByLabel("Stake, €").fill("25");
  await page.getByRole("button", { name: "50", exact: true }).click();
  await page.getByRole("button", { name: "Place ticket" }).click();
  await receivedOne(feed, "engagement:place_ticket");
  const pressed = feed.received
    .map(({ event }) => event.event_type)
    .filter((type) => !/impressions?:/.test(type));
  expect(pressed).toEqual(["clicks:outcome", "engagement:add_bet", "engagement:place_ticket"]);
});

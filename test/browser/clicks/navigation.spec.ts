import { expect, test } from "../../support/fixtures.js";

test("the script never calls preventDefault, and a click on a link is captured before its page is left", async ({
  visit,
  page,
  site,
  received,
}) => {
  await page.addInitScript(() => {
    const { preventDefault } = Event.prototype;
    Event.prototype.preventDefault = function () {
      console.error(`preventDefault by ${new Error().stack}`);
      preventDefault.call(this);
    };
  });
  site.page("/next", { tag: null, body: "<h1>next</h1>" });
  await visit({
    tag: { "flush-interval": "600000" },
    body: '<a id="x" href="/next" data-track-game="1">x</a>',
  });
  const errors: string[] = [];
  page.on("console", (message) => errors.push(message.text()));
  await page.click("#x");
  await expect(page.locator("h1")).toHaveText("next");
  await received({ event_type: "clicks:game" });
  expect(errors).toEqual([]);
});

test("a navigation is not held up by a relay that does not answer", async ({
  visit,
  page,
  site,
  received,
}) => {
  let release = () => {};
  const answered = new Promise<void>((resolve) => (release = resolve));
  site.fate = async () => {
    await answered;
    return "pass" as const;
  };
  site.page("/next", { tag: null, body: "<h1>next</h1>" });
  await visit({ tag: { "flush-interval": "0" }, body: '<a id="x" href="/next" data-track-game="1">x</a>' });
  await expect.poll(() => site.posts.length).toBeGreaterThan(0);
  await page.click("#x");
  await expect(page.locator("h1")).toHaveText("next");
  release();
  await received({ event_type: "clicks:game" });
});

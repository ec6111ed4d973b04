import { expect } from "@playwright/test";
import { ofType } from "../support/events.js";
import { test } from "./fixtures.js";

const CLICKS = 6;

test("a click on a label, with which its input is clicked, too, is one", async ({ site, relay, tab }) => {
  site.page("/", {
    body: `<label data-track-game="1" style="display: block; width: 300px; height: 40px">text <input type="checkbox"></label>
      <button data-track-game="last" style="position: absolute; top: 100px; left: 0; width: 99px; height: 99px">x</button>`,
  });
  await tab.open(site.origin);
  await expect.poll(() => tab.evaluate(`"stats" in (window.tracktag ?? {})`)).toBe(true);
  for (let n = 0; n < CLICKS; n++) await tab.click(15, 15);
  await tab.click(50, 150);
  const clicked = () => ofType(relay.events(), "clicks:game").map(({ data }) => data.game_id);
  await expect.poll(clicked).toContain("last");
  expect(clicked()).toEqual([...Array(CLICKS).fill("1"), "last"]);
});

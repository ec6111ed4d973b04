import { countedAfterDwell } from "./counted.js";
import { expect, test } from "./fixtures.js";

test("in a frame that is as high as its content half of the viewport is half of the page's", async ({
  site,
  relay,
  tab,
}) => {
  const tag = { viewability: "0.5/100" };
  site.page("/frame", { tag, body: `<div style="height: 9000px" data-track-game="tall"></div>` });
  site.page("/", {
    tag,
    body: `<iframe src="/frame" style="width: 100%; height: 9000px; border: 0"></iframe>`,
  });
  await tab.open(site.origin);
  await expect.poll(() => relay.events().length).toBeGreaterThan(0);
  expect(await countedAfterDwell(tab, relay)).toEqual(["tall"]);
});

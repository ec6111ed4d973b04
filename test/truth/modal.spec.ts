import { gamesOf } from "../support/events.js";
import { countedAfterDwell } from "./counted.js";
import { expect, test } from "./fixtures.js";

const box = (id: string) => `<div style="width: 100px; height: 50px" data-track-game="${id}"></div>`;

test("behind a modal dialog that stands in a shadow root nothing counts, and in it all does", async ({
  site,
  relay,
  tab,
}) => {
  site.page("/", {
    tag: { viewability: "0.5/100" },
    body: `${box("behind")}<div id="host"></div><script>
      const root = document.getElementById("host").attachShadow({ mode: "open" });
      root.innerHTML = \`<dialog style="width: 300px; height: 300px;">${box("in it")}</dialog>\`;
      root.querySelector("dialog").showModal();
    </script>`,
  });
  await tab.open(site.origin);
  await expect.poll(() => gamesOf(relay.events())).toContain("in it");
  expect(gamesOf(relay.events())).toEqual(["in it"]);
  await tab.evaluate(`document.getElementById("host").shadowRoot.querySelector("dialog").close()`);
  // Closed: what stood behind it is seen, and what was in it is gone.
  expect(await countedAfterDwell(tab, relay)).toEqual(["behind", "in it"]);
});

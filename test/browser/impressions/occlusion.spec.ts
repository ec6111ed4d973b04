import { expect, gamesOf, test } from "../../support/fixtures.js";

const box = (id: string, top: number, extra = "") =>
  `<div data-track-game="${id}" class="box" style="position: absolute; top: ${top}px" ${extra}></div>`;

/** Something of the page's own that lies over all of a box. */
const COVER =
  '<div id="cover" style="position: absolute; top: 0; width: 400px; height: 110px; background: #123"></div>';

test("by default what another element covers counts", async ({ visit, seen }) => {
  await visit({ body: box("covered", 0) + box("free", 200) + COVER });
  expect(gamesOf(await seen())).toEqual(["covered", "free"]);
});

test("+occlusion: what is covered does not count until it is free", async ({
  visit,
  page,
  seen,
  received,
  relay,
}) => {
  await visit({ tag: { viewability: "mrc+occlusion" }, body: box("covered", 0) + box("free", 200) + COVER });
  expect(gamesOf(await seen())).toEqual(["free"]);
  expect(relay.batches().at(-1)?.viewability).toBe("mrc+occlusion");
  await page.evaluate(() => document.getElementById("cover")?.remove());
  await received((event) => gamesOf([event]).includes("covered"));
});

test("+occlusion on an element alone, with a rule of its own", async ({ visit, seen }) => {
  await visit({
    body: box("covered", 0, 'data-track-viewability="0.5/50+occlusion"') + box("also covered", 0) + COVER,
  });
  expect(gamesOf(await seen())).toEqual(["also covered"]);
});

test("+occlusion: what is looked at anew in its dwell goes on with it", async ({ visit, received }) => {
  await visit({
    tag: { viewability: "0.5/1000+occlusion" },
    body: `${box("busy", 0)}<script>
      const { dataset } = document.querySelector("[data-track-game]");
      let renders = 0;
      setInterval(() => (dataset.trackData = JSON.stringify({ renders: renders++ })), 300);
    </script>`,
  });
  await received((event) => gamesOf([event]).includes("busy"));
});

test("where the browser cannot tell, the covered counts, and the envelope has no suffix", async ({
  visit,
  seen,
  relay,
}) => {
  await visit({
    head: "<script>delete IntersectionObserverEntry.prototype.isVisible</script>",
    tag: { viewability: "any+occlusion" },
    body: box("free", 200),
  });
  expect(gamesOf(await seen())).toEqual(["free"]);
  expect(relay.batches().at(-1)?.viewability).toBe("any");
});

test("behind a modal dialog nothing counts; in it, and beside one that is not modal, it does", async ({
  visit,
  page,
  received,
  flushed,
  seen,
}) => {
  await visit({
    tag: { viewability: "0.5/300" },
    body: `<main>${box("behind", 0)}</main>
      <dialog id="modal"><div style="width: 300px; height: 150px; position: relative">${box("within", 0)}</div></dialog>
      <script>document.getElementById("modal").showModal()</script>`,
  });
  // What is behind would have counted at the same time.
  await received({ event_type: "impressions:games" });
  expect(gamesOf(await flushed())).toEqual(["within"]);
  await page.evaluate(() => {
    const dialog = document.getElementById("modal") as HTMLDialogElement;
    dialog.close();
    dialog.show();
  });
  expect(gamesOf(await seen())).toEqual(["behind", "within"]);
});

test("what is inert does not count until it is not", async ({ visit, page, seen }) => {
  await visit({ body: `<main id="main" inert>${box("inert", 0)}</main>${box("free", 200)}` });
  expect(gamesOf(await seen())).toEqual(["free"]);
  await page.evaluate(() => document.getElementById("main")?.removeAttribute("inert"));
  expect(gamesOf(await seen())).toEqual(["free", "inert"]);
});

import { expect, test } from "../../support/fixtures.js";

/** Long enough that a change comes in the middle of it even on a busy machine, ms. */
const DWELL = 2000;

/** Two elements that show the same entity, of which the second may be out of view. */
const copies = (id: string, second: string) =>
  ["", second]
    .map(
      (style) =>
        `<div class="box ${id}" data-track-game="${id}" data-track-location="${id}:x" style="${style}"></div>`,
    )
    .join("");

test("copies of an entity share its second: it goes on while one of them is in view", async ({
  visit,
  page,
  received,
}) => {
  await visit({ tag: { viewability: `0.5/${DWELL}` } });
  const away = "margin-left: -999px";
  const shown = copies("swapped", away) + copies("left", "") + copies("apart", away);
  const { begun, changed } = await page.evaluate(async (html) => {
    const frame = () => new Promise(requestAnimationFrame);
    document.body.innerHTML = html;
    const begun = Date.now();
    while (Date.now() - begun < 600) await frame();
    const move = (id: string, index: number, to: string) => {
      (document.querySelectorAll(`.${id}`)[index] as HTMLElement).style.marginLeft = to;
    };
    for (const id of ["swapped", "left", "apart"]) move(id, 0, "-999px");
    move("swapped", 1, "0");
    for (let frames = 0; frames < 3; frames++) await frame();
    move("apart", 1, "0");
    return { begun, changed: Date.now() };
  }, shown);
  const timeOf = async (id: string) => {
    const { timestamp } = await received({ data: { location: `${id}:x`, game_ids: [{ id }] } });
    return Date.parse(timestamp);
  };
  for (const id of ["swapped", "left"]) {
    expect((await timeOf(id)) - begun, id).toBeGreaterThanOrEqual(DWELL);
    expect((await timeOf(id)) - changed, id).toBeLessThan(DWELL);
  }
  // None was in view for a moment.
  expect((await timeOf("apart")) - changed).toBeGreaterThanOrEqual(DWELL);
});

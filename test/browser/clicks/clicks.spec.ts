import { expect, ofType, test } from "../../support/fixtures.js";

const isClick = ({ event_type }: { event_type: string }) => !event_type.startsWith("impressions:");

test("one click makes events for the innermost element with a click attribute, and for no other", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({
    body: `<div data-track-league="1"><div data-track-event="2"><button data-track-outcome="3"><b id="leaf">x</b></button></div></div>`,
  });
  await page.click("#leaf");
  expect((await flushed()).filter(isClick)).toMatchObject([{ event_type: "clicks:outcome" }]);
});

test("an innermost element that lacks what its event needs does not pass the click on", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ body: `<div data-track-game="1"><button id="x" data-track-item="no menu">x</button></div>` });
  await page.click("#x");
  expect((await flushed()).filter(isClick)).toEqual([]);
});

test("an element with several click attributes makes one event for each, of which a bad one harms no other", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({
    body: `<button id="x" data-track-game="1" data-track-social="share" data-track-item="no menu" data-track-click="custom">x</button>`,
  });
  await page.click("#x");
  const clicks = (await flushed()).filter(isClick);
  expect(clicks.map(({ event_type }) => event_type).sort()).toEqual([
    "clicks:game",
    "clicks:social",
    "custom",
  ]);
  expect(messages).toEqual([expect.stringMatching(/menu/)]);
});

test("left, middle and keyboard count; right button and context menu do not", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ body: '<button class="box" id="x" data-track-game="1">x</button>' });
  await page.click("#x", { button: "right" });
  await page.dispatchEvent("#x", "contextmenu");
  expect((await flushed()).filter(isClick)).toEqual([]);
  await page.click("#x");
  expect((await flushed()).filter(isClick)).toHaveLength(1);
  await page.click("#x", { button: "middle" });
  expect((await flushed()).filter(isClick)).toHaveLength(2);
  await page.focus("#x");
  await page.keyboard.press("Enter");
  expect((await flushed()).filter(isClick)).toHaveLength(3);
  await page.keyboard.press("Space");
  expect((await flushed()).filter(isClick)).toHaveLength(4);
});

test("the page stops the propagation of every event: clicks count all the same", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({
    body: `<button id="x" data-track-game="1">x</button><script>
      for (const target of [document, document.getElementById("x")])
        for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "auxclick"])
          target.addEventListener(type, (event) => event.stopImmediatePropagation(), true);</script>`,
  });
  await page.click("#x");
  expect((await flushed()).filter(isClick)).toHaveLength(1);
});

test("an icon or a text inside a button is the button", async ({ visit, page, flushed }) => {
  await visit({
    body: `<button data-track-game="svg"><svg width="50" height="50"><use href="#shape"></use><path id="path" d="M0 0h50v50H0z"></path></svg></button>
      <button data-track-game="disabled"><span id="span">x</span></button>`,
  });
  await page.click("#path");
  await page.click("#span");
  expect(ofType(await flushed(), "clicks:game").map(({ data }) => data.game_id)).toEqual(["svg", "disabled"]);
});

test("an annotated SVG element is one as any other", async ({ visit, page, flushed }) => {
  await visit({
    body: `<svg width="100" height="100" data-track-location="pitch:map"><rect id="x" data-track-sport="7" width="100" height="100"></rect></svg>`,
  });
  await page.click("#x");
  expect((await flushed()).filter(isClick)).toMatchObject([
    { event_type: "clicks:sport", data: { sport_id: "7", location: "pitch:map" } },
  ]);
});

test("a label's click counts once, though the browser clicks its input as well", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ body: '<label id="x" data-track-game="1">x<input type="checkbox"></label>' });
  await page.click("#x", { position: { x: 2, y: 5 } });
  expect((await flushed()).filter(isClick)).toHaveLength(1);
});

test("a click attribute that is added, changed or removed later is as it is at the click", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ body: '<button id="x">x</button>' });
  const set = (id: string | null) =>
    page.evaluate((id) => {
      const button = document.getElementById("x") as HTMLElement;
      if (id) button.dataset.trackGame = id;
      else delete button.dataset.trackGame;
    }, id);
  for (const id of [null, "a", "b", null]) {
    await set(id);
    await page.click("#x");
  }
  expect(ofType(await flushed(), "clicks:game").map(({ data }) => data.game_id)).toEqual(["a", "b"]);
});

test("a drag that moves a carousel is not a click, a click with a small tremor is", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({
    body: `<div id="carousel"><a class="box" id="x" href="#card" data-track-game="1" draggable="false">x</a></div><script>
      let start, moved;
      const carousel = document.getElementById("carousel");
      carousel.onpointerdown = (event) => { start = event.clientX; moved = false };
      document.onpointermove = (event) => {
        if (start === undefined || Math.abs(event.clientX - start) < 10) return;
        moved = true;
        carousel.style.transform = "translateX(" + (event.clientX - start) + "px)";
      };
      document.onpointerup = () => { start = undefined };
      carousel.addEventListener("click", (event) => { if (moved) { event.preventDefault(); event.stopPropagation() } }, true);</script>`,
  });
  await page.mouse.move(50, 50);
  await page.mouse.down();
  await page.mouse.move(250, 50, { steps: 10 });
  await page.mouse.up();
  expect((await flushed()).filter(isClick)).toEqual([]);
  await page.mouse.move(300, 50);
  await page.mouse.down();
  await page.mouse.move(302, 51);
  await page.mouse.up();
  expect((await flushed()).filter(isClick)).toHaveLength(1);
});

for (const [title, handler, count] of [
  ["takes it for a click", "", 1],
  ["prevents it", "event.preventDefault()", 0],
  ["stops it", "event.stopPropagation()", 0],
] as const)
  test(`a press that moves 40 px before its release, where the page ${title}: ${count}`, async ({
    visit,
    page,
    flushed,
  }) => {
    await visit({
      body: `<button class="box" id="x" data-track-game="1" onclick="${handler}">x</button>`,
    });
    await page.mouse.move(20, 50);
    await page.mouse.down();
    await page.mouse.move(60, 50, { steps: 4 });
    await page.mouse.up();
    expect((await flushed()).filter(isClick)).toHaveLength(count);
  });

test("limitation: an item that is removed on pointerdown is not clicked", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({
    body: `<div id="menu"><button class="box" id="x" data-track-game="1">x</button></div>
      <script>document.getElementById("x").onpointerdown = (event) => event.target.remove()</script>`,
  });
  await page.click("#x");
  expect((await flushed()).filter(isClick)).toEqual([]);
});

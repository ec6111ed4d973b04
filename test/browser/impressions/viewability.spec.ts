import { expect, gamesOf, test } from "../../support/fixtures.js";

test.use({ viewport: { width: 1000, height: 720 } });

/** An entity of this size, this many pixels of whose height are inside of the viewport. */
const showing = (id: string, pixels: number, { width = 200, height = 100, extra = "" } = {}) =>
  `<div data-track-game="${id}" style="position: absolute; top: ${pixels - height}px; width: ${width}px; height: ${height}px" ${extra}></div>`;

test("mrc: half of the area, 30 % from 242,500 px² on, or half of the viewport", async ({ visit, seen }) => {
  await visit({
    tag: { viewability: "mrc" },
    body: [
      showing("half", 51),
      showing("less than half", 49),
      // 970 x 250 = 242,500
      showing("30 % of a large one", 76, { width: 970, height: 250 }),
      showing("less than 30 % of a large one", 74, { width: 970, height: 250 }),
      showing("30 % of one that is not large", 78, { width: 970, height: 249 }),
      showing("half of the viewport", 365, { width: 1000, height: 5000 }),
      showing("less than half of the viewport", 355, { width: 1000, height: 5000 }),
    ].join(""),
  });
  expect(gamesOf(await seen())).toEqual(["30 % of a large one", "half", "half of the viewport"]);
});

test("any: a single pixel, and not the mere touch of an edge", async ({ visit, seen }) => {
  await visit({
    tag: { viewability: "any" },
    body: showing("pixel", 1) + showing("edge", 0) + showing("away", -1),
  });
  expect(gamesOf(await seen())).toEqual(["pixel"]);
});

test("RATIO/MS: that share, or half of the viewport", async ({ visit, seen }) => {
  await visit({
    tag: { viewability: "0.75/50" },
    body: [
      showing("76 %", 76),
      showing("74 %", 74),
      // The 30 % of mrc are its own.
      showing("large", 190, { width: 970, height: 300 }),
      showing("half of the viewport", 365, { width: 1000, height: 5000 }),
      showing("less than half of the viewport", 355, { width: 1000, height: 5000 }),
    ].join(""),
  });
  expect(gamesOf(await seen())).toEqual(["76 %", "half of the viewport"]);
});

for (const deviceScaleFactor of [0.9, 1.1, 1.25])
  test.describe(`at a zoom of ${deviceScaleFactor}`, () => {
    test.use({ deviceScaleFactor });

    test("a ratio of 1 allows for the rounding of fractional pixels, and for no more", async ({
      visit,
      seen,
    }) => {
      const within = (id: string, top: number, height: number) =>
        `<div style="position: absolute; left: 0.3px; top: 100.7px; width: 200.4px; height: 50.3px; overflow: hidden">
          <div data-track-game="${id}" style="margin-top: ${top}px; width: 200.4px; height: ${height}px"></div></div>`;
      await visit({
        tag: { viewability: "1/50" },
        body:
          within("whole", 0, 50.3) + within("96 %", 2, 50.3) + showing("at the edge", 33.3, { height: 33.3 }),
      });
      expect(gamesOf(await seen())).toEqual(["at the edge", "whole"]);
    });
  });

test("inside the viewport and not clipped by an ancestor", async ({ visit, page, seen }) => {
  await visit({
    tag: { viewability: "0.5/50" },
    body: `<div id="carousel" style="width: 300px; height: 100px; overflow: auto; white-space: nowrap; font-size: 0">
        ${["a", "b", "c"].map((id) => `<div class="box" style="display: inline-block" data-track-game="${id}"></div>`).join("")}</div>
      <div style="height: 40px; overflow: hidden"><div class="box" data-track-game="cut"></div></div>
      <div style="height: 100px; clip-path: inset(0 0 70px 0)"><div class="box" data-track-game="clip-path"></div></div>
      <div style="height: 2000px"></div><div class="box" data-track-game="below"></div>`,
  });
  // Half of b is inside of the carousel.
  expect(gamesOf(await seen())).toEqual(["a", "b"]);
  await page.evaluate(() =>
    document.getElementById("carousel")?.scrollTo({ left: 300, behavior: "instant" }),
  );
  expect(gamesOf(await seen())).toEqual(["a", "b", "c"]);
  await page.evaluate(() => scrollTo(0, 9999));
  expect(gamesOf(await seen())).toEqual(["a", "b", "below", "c"]);
});

test("a box with area, painted: not hidden, not transparent, by itself or by an ancestor", async ({
  visit,
  seen,
}) => {
  const box = (id: string, style = "") => `<div class="box" data-track-game="${id}" style="${style}"></div>`;
  const within = (style: string, id: string) => `<div style="${style}">${box(id)}</div>`;
  await visit({
    tag: { viewability: "0.5/50" },
    body: [
      box("visibility", "visibility: hidden"),
      within("visibility: hidden", "visibility of an ancestor"),
      box("opacity", "opacity: 0"),
      within("opacity: 0", "opacity of an ancestor"),
      box("no box", "display: contents"),
      box("no area", "height: 0"),
      within("width: 0; overflow: visible", "visible overflow"),
      within("display: none", "display of an ancestor"),
      `<details><summary>x</summary>${box("closed details")}</details>`,
      within("content-visibility: hidden", "content-visibility"),
      `<div hidden="until-found">${box("until found")}</div>`,
      `<template>${box("template")}</template><dialog>${box("closed dialog")}</dialog>`,
      `<div style="visibility: hidden">${box("visible again", "visibility: visible")}</div>`,
      box("faint", "opacity: 0.01"),
    ].join(""),
  });
  expect(gamesOf(await seen())).toEqual(["faint", "visible again", "visible overflow"]);
});

test("limitation: what is covered by something else counts", async ({ visit, seen }) => {
  await visit({
    body: `<div class="box" data-track-game="covered"></div><div style="position: fixed; inset: 0; background: #fff"></div>`,
  });
  expect(gamesOf(await seen())).toEqual(["covered"]);
});

test("style is looked at when the dwell begins and when it ends", async ({ visit, page, seen, received }) => {
  await visit({
    tag: { viewability: "0.5/300" },
    body: `<div class="box" id="fades out" data-track-game="fades out"></div>
      <div class="box" id="fades in" data-track-game="fades in" style="opacity: 0"></div>
      <script>
        // Two frames after the dwell has begun, long before it ends.
        requestAnimationFrame(() => requestAnimationFrame(() => (document.getElementById("fades out").style.opacity = 0)));
      </script>`,
  });
  expect(gamesOf(await seen())).toEqual([]);
  await page.evaluate(() => {
    (document.getElementById("fades in") as HTMLElement).style.opacity = "1";
  });
  await received({ event_type: "impressions:games", data: { game_ids: [{ id: "fades in" }] } });
});

test("elements that are added, or annotated, or move into view later count like any others", async ({
  visit,
  page,
  seen,
}) => {
  await visit({
    tag: { viewability: "0.5/50" },
    body: `<div class="box" id="plain"></div><div class="box" id="hidden" data-track-game="shown" hidden></div>
      <div class="box" id="parent" style="display: none"><div class="box" data-track-game="of a shown parent"></div></div>`,
  });
  expect(await seen()).toEqual([]);
  await page.evaluate(() => {
    const find = (id: string) => document.getElementById(id) as HTMLElement;
    find("plain").dataset.trackGame = "annotated";
    find("hidden").hidden = false;
    find("parent").style.display = "block";
    document.body.insertAdjacentHTML("beforeend", '<p><i class="box" data-track-game="added"></i></p>');
  });
  expect(gamesOf(await seen())).toEqual(["added", "annotated", "of a shown parent", "shown"]);
});

import { expect, test } from "./fixtures.js";

/** Text colours on the surfaces they stand on; AA asks for 4.5 to 1. */
const PAIRS = ["--text", "--muted", "--brand", "--live", "--up", "--down"].flatMap((text) =>
  ["--bg", "--surface", "--raised", "--odds"].map((surface) => [text, surface] as const),
);
const DRAWER = [
  "--text",
  "--muted",
  "--impression",
  "--click",
  "--page-view",
  "--engagement",
  "--account",
  "--bad",
].flatMap((text) => ["--bg", "--surface"].map((surface) => [text, surface] as const));

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [high, low] = [one, other].map(luminance).sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

for (const theme of ["dark", "light"]) {
  for (const [selector, pairs] of Object.entries({ html: PAIRS, ".drawer": DRAWER })) {
    test(`${selector} can be read in the ${theme} theme`, async ({ page }) => {
      await page.addInitScript((name) => localStorage.setItem("northbet.theme", name), theme);
      await page.goto("/");
      const names = [...new Set(pairs.flat())];
      const colours = await page
        .locator(selector)
        .evaluate(
          (element, wanted) =>
            Object.fromEntries(
              wanted.map((name) => [name, getComputedStyle(element).getPropertyValue(name).trim()]),
            ),
          names,
        );
      const weak = pairs.filter(
        ([text, surface]) => contrast(colours[text] as string, colours[surface] as string) < 4.5,
      );
      expect(weak).toEqual([]);
    });
  }
}

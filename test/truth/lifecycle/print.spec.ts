import { expect, stay, test } from "./fixtures.js";

test("printing shows all of a page on paper, and nobody more of it on the screen", async ({
  shown,
  expectTrue,
}) => {
  await shown.evaluate(() => {
    addEventListener("beforeprint", () => Object.assign(window, { isPrinted: true }));
  });
  await stay(shown, 500);
  const session = await shown.context().newCDPSession(shown);
  await session.send("Page.printToPDF", { paperHeight: 100 });
  expect(await shown.evaluate("isPrinted")).toBe(true);
  await stay(shown, 1600);
  const { counted } = await expectTrue("printed");
  expect(counted).toBeLessThan(await shown.locator(".match").count());
});

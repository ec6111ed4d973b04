import { expect, test } from "./fixtures.js";

test("navigation", async ({ stage: { visitor }, expectDelivered }) => {
  let tab = await visitor.visit();
  for (let n = 0; n < 5; n++) {
    await visitor.click(tab);
    tab = await visitor.visit(tab);
  }
  await expectDelivered();
});

test("tab closed", async ({ stage: { visitor }, expectDelivered }) => {
  for (let n = 0; n < 5; n++) {
    const tab = await visitor.visit();
    await visitor.click(tab);
    await tab.close();
  }
  await expectDelivered();
});

test("renderer crashed", async ({ stage: { visitor }, expectDelivered }) => {
  for (let n = 0; n < 5; n++) {
    const tab = await visitor.visit();
    await visitor.click(tab);
    await visitor.crash(tab);
  }
  await expectDelivered();
});

test("back/forward cache: there, on, back, and closed", async ({ stage, expectDelivered }) => {
  const { visitor, site } = stage;
  const tab = await visitor.visit();
  await visitor.click(tab);
  const url = tab.url();
  await visitor.visit(tab);
  await visitor.click(tab);
  await visitor.back(tab);
  await expect.poll(() => tab.url()).toBe(url);
  await visitor.click(tab);
  await tab.close();
  // It was not loaded again.
  expect(site.requests.filter((request) => request === `GET ${new URL(url).pathname}`)).toHaveLength(1);
  await expectDelivered();
});

import { DEVICE_MEMBERS } from "../../../src/user-agent.js";
import { examples } from "../../support/examples.js";
import { expect, test } from "../../support/fixtures.js";

const example = (name: string): string => examples.get(name) ?? "";

test("docs/full-build: the tag, a metric, and the members of the device", async ({
  page,
  site,
  relay,
  received,
}) => {
  site.page("/", { tag: null, head: example("full"), body: "<main><h1>Matches</h1></main>" });
  await page.goto("/");
  await page.locator("h1").click();
  const { event_type, user_id, data } = await received(({ data }) => data.name === "LCP");
  const { attribution, ...rest } = data;
  const expected = JSON.parse(example("vital"));
  expect({ event_type, user_id, data: rest }).toEqual({
    ...expected,
    data: {
      ...rest,
      ...{
        name: "LCP",
        navigation_type: "navigate",
        page: "/",
        location: "page:default",
        brand: site.origin,
      },
    },
  });
  expect(Object.keys(data).sort()).toEqual(Object.keys(expected.data).sort());
  expect(Object.keys(attribution as object)).toEqual(
    expect.arrayContaining(Object.keys(expected.data.attribution)),
  );
  expect(attribution).toMatchObject({ target: expected.data.attribution.target });

  const { device } = JSON.parse(example("device"));
  expect(Object.keys(device)).toEqual(DEVICE_MEMBERS);
  for (const name of Object.keys(relay.batches()[0]?.device ?? {})) expect(device).toHaveProperty(name);
});

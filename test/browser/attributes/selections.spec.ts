import { expect, ofType, test } from "../../support/fixtures.js";

/** Where an empty list of selections gets them from. */
const COLLECTED = [
  {
    title: "an empty list: the data-track-selection elements inside it",
    body: `<div data-track-selections><i data-track-selection="9@9"></i>
      <button id="yes" ATTRIBUTE=""><i data-track-selection="1@10"></i><i data-track-selection="2"></i>x</button></div>`,
    selections: [{ id: "1", event_id: "10" }, { id: "2" }],
  },
  {
    title: "an empty list: else those inside the nearest data-track-selections",
    body: `<i data-track-selection="9@9"></i><div data-track-selections><i data-track-selection="8@8"></i>
      <div data-track-selections><i data-track-selection="1@10"></i><p data-track-event="20"><i data-track-selection="2"></i></p>
      <button id="yes" ATTRIBUTE="">x</button></div></div>`,
    selections: [
      { id: "1", event_id: "10" },
      { id: "2", event_id: "20" },
    ],
  },
  {
    title: "a selection without its event: the nearest data-track-event",
    body: `<div data-track-event="30"><button id="yes" ATTRIBUTE="1@10 2">x</button></div>`,
    selections: [
      { id: "1", event_id: "10" },
      { id: "2", event_id: "30" },
    ],
  },
];

for (const [attribute, type] of [
  ["data-track-combination", "clicks:combination"],
  ["data-track-place-ticket", "engagement:place_ticket"],
] as const)
  test(`${attribute}: ${COLLECTED.map(({ title }) => title).join("; ")}`, async ({
    visit,
    page,
    flushed,
    messages,
  }) => {
    for (const { title, body, selections } of COLLECTED) {
      await visit({ body: body.replace("ATTRIBUTE", attribute) });
      await page.click("#yes");
      expect(ofType(await flushed(), type).at(-1)?.data.selections, title).toEqual(selections);
    }
    expect(messages).toEqual([]);
  });

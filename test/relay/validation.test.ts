import { describe, expect, test } from "vitest";
import { batch, event, identify, numbered } from "./support/batch.js";
import { relay } from "./support/relay.js";

/** An object with so many levels of objects inside it. */
const nested = (levels: number): unknown => (levels ? { in: nested(levels - 1) } : {});

const TIMES = {
  wrong: [
    "yesterday",
    "",
    0,
    1_795_251_601_000,
    null,
    undefined,
    "2026-11-21",
    "10:00:00Z",
    "2026-11-21T10:00:00",
  ],
  impossible: [
    "2026-13-01T10:00:00Z",
    "2026-02-30T10:00:00Z",
    "2026-11-21T25:00:00Z",
    "2026-11-21T10:00:00+25:00",
  ],
  right: [
    "2026-11-21T10:00:00Z",
    "2026-11-21T10:00:00.123456Z",
    "2026-11-21T11:00:00+01:00",
    "2024-02-29T10:00Z",
  ],
};

/** A code, and what of an event earns it. */
const REJECTED: [code: string, field: string, values: unknown[]][] = [
  [
    "INVALID_ID",
    "id",
    ["", "x", 7, null, undefined, "91d93686-b580-4d1e-992b-806c6ad8d20", "91d93686b5804d1e992b806c6ad8d202"],
  ],
  ["INVALID_TIMESTAMP", "timestamp", [...TIMES.wrong, ...TIMES.impossible]],
  [
    "UNKNOWN_TYPE",
    "event_type",
    ["", "clicks:nothing", "CLICKS:EVENT", 5, null, undefined, "__proto__", "constructor"],
  ],
  ["INVALID_USER", "user_id", ["", "x".repeat(257), 520535, {}, undefined]],
  ["INVALID_DATA", "data", [null, [], "x", 5, nested(64)]],
];

const ACCEPTED: [field: string, values: unknown[]][] = [
  ["id", ["91D93686-B580-4D1E-992B-806C6AD8D202", "00000000-0000-0000-0000-000000000000"]],
  ["timestamp", TIMES.right],
  ["event_type", ["custom", "recommendations:click:betslip-outcome"]],
  ["user_id", ["x", "x".repeat(256), null]],
  ["data", [{}, undefined, nested(63), { any: ["thing", { at: null }] }]],
];

describe("an event", () => {
  const rows = REJECTED.flatMap(([code, field, values]) => values.map((value) => ({ code, field, value })));

  test.each(rows)("is rejected alone with $code for the $field $value", async ({ code, field, value }) => {
    const { post } = await relay();
    const wrong = { ...event(), [field]: value };
    const reply = await post(batch([event(), wrong, event()]));
    expect(reply.status).toBe(202);
    expect(reply.json()).toEqual({
      accepted: 2,
      rejected: 1,
      errors: [
        {
          index: 1,
          list: "events",
          id: typeof wrong.id === "string" ? wrong.id : null,
          code,
          message: expect.stringContaining(field),
        },
      ],
    });
  });

  test.each([null, [], "x", 5, true])("is rejected with INVALID_EVENT when it is %j", async (wrong) => {
    const { post } = await relay();
    expect((await post(batch([wrong, event()]))).json()).toEqual({
      accepted: 1,
      rejected: 1,
      errors: [{ index: 0, list: "events", id: null, code: "INVALID_EVENT", message: expect.any(String) }],
    });
  });

  const fine = ACCEPTED.flatMap(([field, values]) => values.map((value) => ({ field, value })));

  test.each(fine)("is accepted with the $field $value", async ({ field, value }) => {
    const { post } = await relay();
    expect((await post(batch([{ ...event(), [field]: value }]))).json()).toMatchObject({
      accepted: 1,
      rejected: 0,
    });
  });

  test("need not have the fields of its type: that is checked in the page", async () => {
    const { post } = await relay();
    expect((await post(batch([event({ data: {} })]))).json()).toMatchObject({ accepted: 1 });
  });
});

describe("an identify record", () => {
  test.each([
    ["INVALID_EVENT", "nobody"],
    ["INVALID_ID", identify({ id: "x" })],
    ["INVALID_TIMESTAMP", identify({ timestamp: "now" })],
    ["INVALID_USER", identify({ user_id: null })],
    ["INVALID_USER", identify({ user_id: "x".repeat(257) })],
    ["INVALID_DATA", identify({ traits: [] })],
    ["INVALID_DATA", identify({ traits: nested(64) })],
    ["INVALID_DATA", identify({ unset_traits: {} })],
    ["INVALID_DATA", identify({ unset_traits: ["a", 1] })],
  ])("is rejected alone with %s: %j", async (code, wrong) => {
    const { post } = await relay();
    const reply = await post(batch([event()], { identify: [identify(), wrong] }));
    expect(reply.json()).toMatchObject({
      accepted: 2,
      rejected: 1,
      errors: [{ index: 1, list: "identify", code, message: expect.any(String) }],
    });
  });

  test("may do without traits", async () => {
    const { post } = await relay();
    const bare = identify({ traits: undefined, unset_traits: undefined });
    expect((await post(batch([], { identify: [bare] }))).json()).toMatchObject({ accepted: 1, rejected: 0 });
  });
});

test("the errors of both lists are told apart", async () => {
  const { post } = await relay();
  const reply = await post(batch([numbered("1"), 5], { identify: [6] }));
  expect(reply.json()).toMatchObject({
    accepted: 1,
    rejected: 2,
    errors: [
      { index: 1, list: "events" },
      { index: 0, list: "identify" },
    ],
  });
});

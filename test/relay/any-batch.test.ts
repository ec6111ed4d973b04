import fc from "fast-check";
import { expect, test } from "vitest";
import { batch, event, identify } from "./support/batch.js";
import { relay } from "./support/relay.js";

/** What no serialiser writes, by the text that stands for it until the body is sent. */
const unwritable = (text: string): string =>
  text
    .replaceAll('"a huge number"', "1e999")
    .replaceAll('"half a character"', '"\\ud800"')
    .replace(/"(\d+) levels"/g, (_, levels) => "[".repeat(levels) + "]".repeat(levels));

const asText = (value: unknown): string => unwritable(JSON.stringify(value) ?? "");

/** Values as broken clients send them, and as malicious ones do. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "2026-11-21T10:00:00Z",
    "a huge number",
    "half a character",
    -0,
  ),
  fc.integer({ min: 1, max: 500 }).map((levels) => `${levels} levels`),
);

const fields = (names: string[]) =>
  fc.dictionary(fc.constantFrom(...names), anything, { noNullPrototype: true, maxKeys: 3 });

/** A right record, a broken one, or none at all. */
const record = (right: () => object, names: string[]) =>
  fc.oneof(
    fc.constant(null).map(right),
    fields(names).map((wrong) => ({ ...right(), ...wrong })),
    anything,
  );

const events = fc.array(record(event, ["id", "timestamp", "event_type", "user_id", "data", "__proto__"]), {
  maxLength: 8,
});
const people = fc.array(record(identify, ["id", "timestamp", "user_id", "traits", "unset_traits"]), {
  maxLength: 4,
});
const envelope = fields([
  "sent_at",
  "session_id",
  "anonymous_id",
  "device_type",
  "platform",
  "viewability",
  "device",
  "extra",
]);

test("whatever a batch holds, each of its records is counted once, as accepted or as rejected", async () => {
  const { post } = await relay({ rateLimit: 0 });
  await fc.assert(
    fc.asyncProperty(events, people, envelope, async (listed, known, given) => {
      const reply = await post(asText(batch(listed, { ...given, identify: known })));
      expect(reply.status).toBe(202);
      const { accepted, rejected, errors } = reply.json() as {
        accepted: number;
        rejected: number;
        errors: unknown[];
      };
      expect(accepted + rejected).toBe(listed.length + known.length);
      expect(errors).toHaveLength(rejected);
    }),
    { numRuns: 300 },
  );
});

test("whatever a body is, the answer is 202 or says what is wrong, and never 500", async () => {
  const { post } = await relay({ rateLimit: 0 });
  const body = fc.oneof(
    anything.map(asText),
    fields(["v", "events", "identify"]).map((value) => asText({ v: 1, ...value })),
    fc.string(),
    fc.uint8Array({ maxLength: 200 }),
  );
  await fc.assert(
    fc.asyncProperty(body, async (bytes) => {
      const reply = await post(bytes);
      expect([202, 400]).toContain(reply.status);
      if (reply.status === 400) expect(reply.json()).toEqual({ error: expect.any(String), status: 400 });
    }),
    { numRuns: 500 },
  );
});

test("data that is nothing but brackets is rejected, not an overflow of the stack", async () => {
  const { post } = await relay();
  const deep = asText(
    batch([{ ...event(), data: { deep: "25000 levels" } }, event()], { extra: "2500 levels" }),
  );
  const reply = await post(deep);
  expect(reply.json()).toMatchObject({ accepted: 1, rejected: 1, errors: [{ code: "INVALID_DATA" }] });
});

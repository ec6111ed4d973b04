import { expect, onTestFinished, test } from "vitest";
import { antsomi } from "../../../src/destinations/antsomi.js";
import { neuralens } from "../../../src/destinations/neuralens.js";
import { wynta } from "../../../src/destinations/wynta.js";
import { sample } from "../support/samples.js";

/** What is no text, and cannot be made one. */
const ODD = { toString: 1 };

const request = (path: string) => ({
  method: "POST" as const,
  url: `https://a.example${path}`,
  headers: {},
  body: "",
  ids: ["a", "b"],
});

test("an error of Wynta's whose code is no text befalls its own event alone", () => {
  const errors = [{ index: 0, code: ODD, message: "too old" }];
  const answer = JSON.stringify({ accepted: 1, rejected: 1, errors });
  expect([...wynta.rulings(request("/v1/events/track"), 202, answer)]).toEqual([
    ["a", { verdict: "refused", reason: "too old" }],
    ["b", { verdict: "delivered" }],
  ]);
});

test("an error of Wynta's whose index is no number is about an event that is not known", () => {
  const answer = JSON.stringify({ accepted: 1, rejected: 1, errors: [{ index: ODD }] });
  const rulings = wynta.rulings(request("/v1/events/track"), 202, answer);
  expect([...rulings.values()]).toEqual([{ verdict: "retry" }, { verdict: "retry" }]);
});

test("a message of Neuralens' that is no text is none", () => {
  const answer = JSON.stringify({ status: "failure", message: ODD });
  const ruling = neuralens.rulings(request(""), 200, answer).get("a");
  expect(ruling).toEqual({ verdict: "refused", reason: "failure: " });
});

test("what is added to the prototype of all objects is no part of Antsomi's device", () => {
  Object.assign(Object.prototype, { polluted: true });
  onTestFinished(() => {
    delete (Object.prototype as Record<string, unknown>).polluted;
  });
  const record = { ...sample("clicks:event"), kind: "event" as const, device: { os: "iOS" } };
  const config = { url: "https://a.example", portalId: 1, propId: 2 };
  const { context } = JSON.parse(antsomi.requests([record], config).requests[0]?.body ?? "");
  expect(Object.keys(context).filter((name) => name.startsWith("device_"))).toEqual(["device_os"]);
});

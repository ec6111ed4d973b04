import { describe, expect, test } from "vitest";
import { metricOf, wyntaServer } from "../support/backends.js";
import { batch, identify } from "../support/batch.js";
import { forwardingTo, relay, sportradarServer } from "../support/relay.js";
import { sample } from "../support/samples.js";
import { eventually } from "../support/wait.js";

/** What Wynta gets of these records with these filters, and how many are skipped. */
async function through(filter: Record<string, unknown>, types: string[], people: unknown[] = []) {
  const wynta = await wyntaServer();
  const { post, metric } = await relay(wynta.options(filter));
  await post(
    batch(
      types.map((type) => sample(type)),
      { identify: people },
    ),
  );
  await eventually(async () => expect(await metric(metricOf("queued", "wynta"))).toBe(0));
  const skipped = await metric(metricOf("skipped_total", "wynta"));
  return { taken: wynta.taken as unknown as Record<string, unknown>[], skipped };
}

const names = (taken: Record<string, unknown>[]) => taken.map(({ event_name }) => event_name);

describe("which types go there", () => {
  test("those that are named, or begin so", async () => {
    const given = ["clicks:event", "clicks:menu-item", "users:login", "custom"];
    const { taken, skipped } = await through({ types: ["clicks:*", "users:login"] }, given);
    expect(names(taken)).toEqual(["match_viewed", "clicks_menu_item", "login_success"]);
    expect(skipped).toBe(1);
  });

  test("not those that are excepted", async () => {
    const given = ["clicks:event", "clicks:menu-item", "custom"];
    const { taken, skipped } = await through(
      { types: ["clicks:*"], exceptTypes: ["clicks:menu-item"] },
      given,
    );
    expect(names(taken)).toEqual(["match_viewed"]);
    expect(skipped).toBe(2);
  });

  test("identify records too", async () => {
    const { taken, skipped } = await through({ exceptTypes: ["identify"] }, ["custom"], [identify()]);
    expect(names(taken)).toEqual(["custom"]);
    expect(skipped).toBe(1);
  });
});

describe("which fields go there", () => {
  test("not those that are dropped, others under another name", async () => {
    const filter = { dropFields: ["channel", "position"], renameFields: { event_id: "match_id" } };
    const { taken } = await through(filter, ["clicks:event"]);
    expect(taken[0]?.properties).toEqual({
      match_id: "e1",
      location: "widget:recommended",
      page: "/home",
      brand: "https://a.example",
    });
  });

  test("the same holds for the traits of an identify record", async () => {
    const person = identify({
      traits: { email: "a@b.example", tier: "gold" },
      unset_traits: ["email", "tier"],
    });
    const filter = { dropFields: ["email"], renameFields: { tier: "vip_level" } };
    const { taken } = await through(filter, [], [person]);
    expect(taken[0]).toMatchObject({ traits: { vip_level: "gold" }, unset_traits: ["vip_level"] });
    expect(JSON.stringify(taken)).not.toContain("email");
  });

  test("a renamed field wins over one that has the name", async () => {
    const { taken } = await through({ renameFields: { page: "location" } }, ["clicks:event"]);
    expect(taken[0]?.properties).toMatchObject({ location: "/home" });
  });
});

test("identify records are counted as skipped by a destination that keeps no profiles", async () => {
  const sportradar = await sportradarServer();
  const { post, metric } = await relay(forwardingTo(sportradar));
  await post(batch([], { identify: [identify(), identify()] }));
  await eventually(async () => expect(await metric(metricOf("skipped_total", "sportradar"))).toBe(2));
  expect(await metric(metricOf("queued", "sportradar"))).toBe(0);
});

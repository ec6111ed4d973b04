import { describe, expect, test } from "vitest";
import { RateLimit } from "../../src/relay/rate-limit.js";
import { batch, event } from "./support/batch.js";
import { relay } from "./support/relay.js";

const taken = (limit: RateLimit, address: string, now: number, times: number) =>
  Array.from({ length: times }, () => limit.take(address, now)).filter(Boolean).length;

describe("the limit", () => {
  test("lets so many requests of an address pass at once, and none more", () => {
    expect(taken(new RateLimit(1000), "a", 0, 1001)).toBe(1000);
  });

  test("lets more pass as time goes by", () => {
    const limit = new RateLimit(1000);
    taken(limit, "a", 0, 1000);
    expect(taken(limit, "a", 100, 200)).toBe(100);
    expect(taken(limit, "a", 60_000, 2000)).toBe(1000);
  });

  test("is one for each address", () => {
    const limit = new RateLimit(1);
    expect([limit.take("a", 0), limit.take("b", 0), limit.take("a", 0)]).toEqual([true, true, false]);
  });

  test("of 0 is none", () => {
    expect(taken(new RateLimit(0), "a", 0, 5000)).toBe(5000);
  });

  test("survives a clock that is set back", () => {
    const limit = new RateLimit(1);
    limit.take("a", 1000);
    expect(limit.take("a", 0)).toBe(false);
  });

  test("still holds for who is limited, when very many others have come by and recovered", () => {
    const limit = new RateLimit(1);
    for (let other = 0; other < 15_000; other++) limit.take(`other ${other}`, 0);
    limit.take("a", 1500);
    for (let other = 0; other < 15_000; other++) limit.take(`another ${other}`, 1500);
    expect(limit.take("a", 1500)).toBe(false);
  });
});

test("429 is the answer beyond it, with Retry-After", async () => {
  const { post, metric } = await relay({ rateLimit: 2 });
  const replies = await Promise.all(Array.from({ length: 5 }, () => post(batch([event()]))));
  const limited = replies.filter(({ status }) => status === 429);
  expect(limited.length).toBeGreaterThan(0);
  expect(limited.length).toBeLessThanOrEqual(3);
  expect(limited[0]?.json()).toEqual({ error: expect.any(String), status: 429 });
  expect(limited[0]?.headers["retry-after"]).toBe("1");
  expect(await metric("tracktag_accepted_total")).toBe(5 - limited.length);
});

test("the address is the forwarded one behind a trusted proxy only", async () => {
  const statuses = async (trustProxy: boolean) => {
    const { post } = await relay({ rateLimit: 1, trustProxy });
    const from = (address: string) =>
      post(batch([event()]), { "x-forwarded-for": `203.0.113.9, ${address}` });
    const replies = await Promise.all(["198.51.100.1", "198.51.100.2", "198.51.100.3"].map(from));
    return replies.filter(({ status }) => status === 202).length;
  };
  expect(await statuses(true)).toBe(3);
  expect(await statuses(false)).toBeLessThan(3);
});

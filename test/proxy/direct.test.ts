import { beforeAll, describe, expect, test } from "vitest";
import { CLIENT_ID, TOKEN } from "../relay/support/relay.js";
import { eventually } from "../relay/support/wait.js";
import { callsOf, leave } from "../support/calls.js";
import { examples } from "../support/examples.js";
import { track } from "../support/tracker.js";
import { ensure } from "./support/programs.js";
import { PROXIES } from "./support/proxies.js";
import { LATE, numbers, ORIGIN, OTHER_ORIGIN, stats, visitor } from "./support/visitor.js";

/** A page that has the tag of the documentation. */
const DOCUMENTED = {
  tag: null,
  head: examples.get("proxy-tag"),
  body: '<article class="box" data-track-event="1018561957"></article>',
};

const CREDENTIALS = {
  authorization: `Bearer ${TOKEN}`,
  "x-vaix-client-id": CLIENT_ID,
  "x-vaix-authentication-method": "vaix",
};

beforeAll(() => ensure([...PROXIES, "openssl"]), 600_000);

describe.each(PROXIES)("a page behind %s", (name) => {
  test("has no credentials, and its events arrive with them", async () => {
    const visited = await visitor(name, DOCUMENTED);
    const { page, backend, wire } = visited;
    await page.goto("/");
    await page.locator("article").click();
    await eventually(async () => expect(await stats(visited)).toMatchObject({ sent: 3, queued: 0 }));
    const types = backend.accepted.map(({ event }) => event.event_type);
    expect(types.sort()).toEqual(["clicks:event", "impressions:events", "impressions:page"]);
    for (const { headers, event } of backend.accepted) {
      expect(headers).toMatchObject({ ...CREDENTIALS, origin: ORIGIN });
      expect(event.user_id).toBe("520535");
    }
    expect(backend.refused).toEqual([]);

    // The page, the script, a request and its answer: all were looked at.
    for (const part of ["<article", "x-vaix-client-id", '"clicks:event"', " 204 "])
      expect(wire()).toContain(part);
    for (const secret of [TOKEN, CLIENT_ID]) expect(wire()).not.toContain(secret);
  });

  test("is left, and its last events arrive", async () => {
    const visited = await visitor(name, LATE);
    const { page, backend } = visited;
    await page.goto("/");
    await track(page, 1, 2);
    await leave(page, "/next.html");
    expect(await callsOf(page)).toEqual(["sendBeacon", "sendBeacon"]);
    await eventually(() => expect(numbers(visited).sort()).toEqual([1, 2]));
    expect(backend.accepted[0]?.headers).toMatchObject(CREDENTIALS);
    expect(backend.refused).toEqual([]);
  });

  test("of another site counts nothing", async () => {
    const { page, backend, wire } = await visitor(name, LATE);
    await page.goto(`${OTHER_ORIGIN}/next.html`);
    const event = { event_type: "users:login", user_id: null, data: {} };
    await page.evaluate(([url, body]) => fetch(url, { method: "POST", mode: "no-cors", body }), [
      `${ORIGIN}/sr`,
      JSON.stringify(event),
    ] as const);
    expect(wire()).toMatch(/^HTTP\/1.1 403 /m);
    expect([backend.accepted, backend.refused]).toEqual([[], []]);
  });
});

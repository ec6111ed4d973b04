import { beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../relay/support/wait.js";
import { callsOf, leave } from "../support/calls.js";
import { stopClock } from "../support/clock.js";
import { flush, track } from "../support/tracker.js";
import { ensure } from "./support/programs.js";
import { PROXIES } from "./support/proxies.js";
import { LATE, numbers, stats, visitor } from "./support/visitor.js";

beforeAll(() => ensure([...PROXIES, "openssl"]), 600_000);

describe.each(PROXIES)("a page behind %s", (name) => {
  test("keeps its events while the backend is down, and sends them by itself when it is back", async () => {
    const visited = await visitor(name, LATE);
    const { page, front, wire } = visited;
    front.down();
    await page.goto("/");
    await track(page, 1);
    await flush(page);
    expect(wire()).toMatch(/^HTTP\/1.1 502 /m);
    expect(await stats(visited)).toMatchObject({ sent: 0, queued: 1, dropped: {} });
    front.up();
    await eventually(() => expect(numbers(visited)).toEqual([1]));
    await eventually(async () => expect(await stats(visited)).toMatchObject({ sent: 1, queued: 0 }));
  });

  test("is left while the backend is down, and its events go with the visitor's next page", async () => {
    const visited = await visitor(name, LATE);
    const { page, front } = visited;
    front.down();
    await page.goto("/");
    await track(page, 1);
    await flush(page);
    await leave(page, "/next.html");
    expect(await callsOf(page)).toEqual(["fetch keepalive"]);
    front.up();
    await page.goto("/");
    await flush(page);
    expect(numbers(visited)).toEqual([1]);
  });

  test("learns that the token is wrong: what it drops, it says", async () => {
    const visited = await visitor(name, LATE);
    const { page, backend } = visited;
    backend.rotate("another");
    const said = page.waitForEvent("console", (message) => message.text().startsWith("tracktag"));
    await page.goto("/");
    await track(page, 1);
    await flush(page);
    expect((await said).text()).toBe("tracktag: events lost: http_401");
    expect(await stats(visited)).toMatchObject({ sent: 0, queued: 0, dropped: { http_401: 1 } });
  });

  test.each([429, 503])("waits as long as a %d of the backend says, and sends again", async (status) => {
    const visited = await visitor(name, LATE);
    const { page, backend } = visited;
    backend.script({ fault: { status, headers: { "Retry-After": "3600" } } });
    await stopClock(page);
    await page.goto("/");
    await track(page, 1);
    await flush(page);
    expect(await stats(visited)).toMatchObject({ sent: 0, queued: 1, dropped: {} });
    await page.clock.fastForward(3_590_000);
    expect(await callsOf(page)).toEqual(["fetch keepalive"]);
    await page.clock.fastForward(20_000);
    await eventually(() => expect(numbers(visited)).toEqual([1]));
    expect(backend.refused).toMatchObject([{ status, event: { data: { n: 1 } } }]);
  });
});

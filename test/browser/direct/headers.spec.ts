import { callsOf, leave, RECORDED } from "../../support/calls.js";
import { expect, NAMES, ROWS, SCRIPT, test } from "../../support/direct.js";
import { flush, track } from "../../support/tracker.js";

/** What each wants beside the body, as its document has it. */
const HEADERS: Partial<Record<(typeof NAMES)[number], object>> = {
  sportradar: {
    authorization: "Bearer secret",
    "x-vaix-client-id": "my-group",
    "x-vaix-authentication-method": "vaix",
  },
  wynta: {
    authorization: "Bearer secret",
    "x-client-id": "my-group",
    "x-idempotency-key": expect.stringMatching(/^[0-9a-f-]{36}$/),
  },
  primedata: { "x-client-id": "my-group", "x-client-access-token": "secret" },
};

const LATE = { destination: "sportradar", "flush-interval": "600000" };
const IMPRESSION = '<div class="box" data-track-event="1018561957"></div>';

for (const name of NAMES)
  test(`${name}: ${ROWS[name].headers.length ? "a preflight, then the headers of its document" : "no header, so no preflight"}`, async ({
    start,
    visit,
    page,
  }) => {
    const { tag, asked, posts, taken } = await start(name);
    await visit({ script: SCRIPT, tag: { ...tag, "flush-interval": "50" }, body: IMPRESSION });
    await expect.poll(taken).toBe(1);
    const methods = asked.map(({ method }) => method);
    expect(methods).toEqual(ROWS[name].headers.length ? ["OPTIONS", "POST"] : ["POST"]);
    expect(posts()[0]?.headers).toMatchObject({ ...HEADERS[name], origin: new URL(page.url()).origin });
    const type = ROWS[name].headers.length ? "application/json" : "text/plain";
    expect(posts()[0]?.headers["content-type"]).toBe(type);
  });

test("an endpoint of the page's own without credentials: a proxy adds them, nothing else is needed", async ({
  start,
  visit,
  page,
  site,
  stats,
  messages,
}) => {
  const { url, taken } = await start("sportradar");
  const headers = { authorization: "Bearer secret", "x-vaix-client-id": "my-group" };
  site.proxies.set("/sr", { url, headers });
  await visit({ script: SCRIPT, tag: { ...LATE, endpoint: "/sr" }, head: RECORDED });
  await track(page, 1);
  await flush(page);
  expect(await stats()).toMatchObject({ sent: 1, queued: 0 });
  await track(page, 2);
  site.page("/next", { tag: null });
  await leave(page, "/next");
  await expect.poll(taken).toBe(2);
  expect(await callsOf(page)).toEqual(["fetch keepalive", "sendBeacon"]);
  expect(messages).toEqual([]);
});

test("data-destination=relay: this build speaks to the relay as the small one does", async ({
  visit,
  page,
  flushed,
}) => {
  await visit({ script: SCRIPT, tag: { destination: "relay" } });
  await track(page, 1);
  expect(await flushed()).toMatchObject([{ data: { n: 1 } }]);
});

test("a page whose policy tells its whole address to others: a backend is told the origin", async ({
  start,
  visit,
  page,
}) => {
  const { tag, posts } = await start("sportradar");
  await visit({ script: SCRIPT, tag, head: '<meta name="referrer" content="unsafe-url">' }, "/?token=abc");
  await track(page, 1);
  await flush(page);
  expect(posts().map(({ headers }) => headers.referer)).toEqual([`${new URL(page.url()).origin}/`]);
});

import { click, expect, SCRIPT, test } from "../../support/direct.js";
import { flush, push } from "../../support/tracker.js";

const OTHER = "http://127.0.0.1:9/";

/** What is on the tag, and what the message has to name. */
const ROWS: [tag: Record<string, string | undefined>, message: string][] = [
  [{ destination: "sportradar", endpoint: undefined }, "sportradar needs data-token, data-client-id"],
  [{ destination: "sportradar", endpoint: OTHER, token: "t" }, "sportradar needs data-client-id"],
  [{ destination: "wynta", endpoint: undefined }, "wynta needs data-endpoint, data-token"],
  [{ destination: "wynta", endpoint: undefined, token: "t" }, "wynta needs data-endpoint"],
  [{ destination: "antsomi", endpoint: OTHER }, "antsomi needs data-portal-id, data-prop-id"],
  [{ destination: "antsomi", endpoint: "/a", "portal-id": "1" }, "antsomi needs data-prop-id"],
  [{ destination: "primedata", endpoint: "/p" }, "primedata needs data-client-id"],
  [{ destination: "neuralens", endpoint: undefined }, "neuralens needs data-token, data-app-id"],
  [
    { destination: "neuralens", endpoint: "ftp://a.example/", token: "t", "app-id": "a" },
    'bad option endpoint: "ftp://a.example/"',
  ],
];

for (const [tag, message] of ROWS)
  test(`${JSON.stringify(tag)}: one message, and nothing is sent`, async ({
    visit,
    page,
    messages,
    context,
  }) => {
    const asked: string[] = [];
    // Nothing leaves the machine.
    await context.route(
      (url) => url.port === "",
      (route) => route.abort(),
    );
    page.on("request", (request) => asked.push(request.method()));
    await visit({ script: SCRIPT, tag: { ...tag, "flush-interval": "0" } });
    await click(page, "1");
    await flush(page);
    expect(messages).toEqual([`tracktag: ${message}`]);
    expect(asked).not.toContain("POST");
  });

test("what init brings is enough: the options of this build, too", async ({ start, visit, page }) => {
  const { tag, taken } = await start("sportradar");
  await visit({ script: SCRIPT, tag: { destination: "sportradar", endpoint: undefined } });
  const { endpoint, token } = tag;
  await push(page, ["init", { endpoint, token, clientId: tag["client-id"] }], ["track", "users:login"]);
  await expect.poll(taken).toBe(1);
});

test("a credential that does not parse is reported by name, and counts as none", async ({
  visit,
  messages,
}) => {
  await visit({
    script: SCRIPT,
    tag: { destination: "antsomi", endpoint: OTHER, "portal-id": "x1", "prop-id": "2" },
  });
  expect(messages).toEqual(['tracktag: bad option portalId: "x1"', "tracktag: antsomi needs data-portal-id"]);
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { flush, track } from "../support/tracker.js";
import { ensure } from "./support/programs.js";
import { PROXIES } from "./support/proxies.js";
import { stack } from "./support/stack.js";
import { LATE, visitor } from "./support/visitor.js";

/** Headers that would hold for all of the site, or that a browser obeys. */
const FOREIGN = {
  "set-cookie": "a=b",
  "strict-transport-security": "max-age=1",
  "clear-site-data": '"*"',
  "alt-svc": 'h3=":443"',
  nel: '{"report_to":"x","max_age":604800}',
  "report-to": '{"group":"x","max_age":604800,"endpoints":[{"url":"https://x.example"}]}',
  "reporting-endpoints": 'x="https://x.example"',
  "set-login": "logged-out",
  "www-authenticate": 'Basic realm="Sportradar"',
  "proxy-authenticate": "Basic",
  "accept-ch": "Sec-CH-UA",
  refresh: "0; url=https://x.example",
  link: "<https://x.example>; rel=preload; as=script",
  "content-security-policy": "default-src 'none'",
  "access-control-allow-origin": "*",
};

beforeAll(() => ensure([...PROXIES, "openssl"]), 600_000);

describe.each(PROXIES)("an answer through %s", (name) => {
  test("has no headers that would hold for the whole site", async () => {
    const { backend, ask } = await stack(name);
    backend.script({ fault: { status: 401, headers: { ...FOREIGN, "retry-after": "7" } } });
    const { status, headers } = await ask({ method: "POST", body: "{}" });
    expect([status, headers["retry-after"]]).toEqual([401, "7"]);
    expect(Object.keys(FOREIGN).filter((header) => header in headers)).toEqual([]);
  });

  test("asks no visitor for a password", async () => {
    const { page, backend } = await visitor(name, LATE);
    backend.script({ fault: { status: 401, headers: { "www-authenticate": "Basic realm=x" } } });
    const devtools = await page.context().newCDPSession(page);
    const asked: unknown[] = [];
    await devtools.send("Fetch.enable", { handleAuthRequests: true });
    devtools.on(
      "Fetch.requestPaused",
      ({ requestId }) => void devtools.send("Fetch.continueRequest", { requestId }),
    );
    devtools.on("Fetch.authRequired", ({ requestId, authChallenge }) => {
      asked.push(authChallenge);
      const authChallengeResponse = { response: "CancelAuth" as const };
      void devtools.send("Fetch.continueWithAuth", { requestId, authChallengeResponse });
    });
    await page.goto("/");
    await track(page, 1);
    await flush(page);
    expect([backend.refused.length, asked]).toEqual([1, []]);
  });

  test("may have headers of 5 KB", async () => {
    const { backend, ask } = await stack(name);
    backend.script({ fault: { status: 204, headers: { "content-security-policy": "a".repeat(5000) } } });
    expect((await ask({ method: "POST", body: "{}" })).status).toBe(204);
  });

  test("does not say which file of the site is sent, nor how", async () => {
    const { backend, ask, site } = await stack(name);
    writeFileSync(join(site, "hidden.html"), "of the site");
    const headers = {
      "x-accel-redirect": "/hidden.html",
      "x-accel-limit-rate": "1",
      "x-sendfile": "hidden.html",
    };
    backend.script({ fault: { status: 503, headers } });
    const { status, text } = await ask({ method: "POST", body: "{}" });
    expect([status, text]).toEqual([503, expect.not.stringContaining("of the site")]);
  });
});

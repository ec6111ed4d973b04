import type { Page } from "@playwright/test";
import { expect, test } from "../../support/fixtures.js";
import { flush } from "../../support/tracker.js";

const BODY = '<button class="box" id="x" data-track-game="1">x</button>';

const violations = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, { violations: [] });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      (window as unknown as { violations: unknown[] }).violations.push([
        violatedDirective,
        blockedURI,
        sourceFile,
      ]);
    });
  });

test("under a strict CSP with Trusted Types it works, without a single violation", async ({
  page,
  site,
  seen,
  flushed,
}) => {
  await violations(page);
  site.page(
    "/",
    { tag: { pageviews: "auto" }, body: BODY },
    {
      "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  );
  await page.goto("/");
  await page.click("#x");
  await seen();
  expect((await flushed()).map(({ event_type }) => event_type).sort()).toEqual([
    "clicks:game",
    "impressions:games",
    "impressions:page",
  ]);
  expect(await page.evaluate("violations")).toEqual([]);
});

test("under a CSP that does not let it post it harms nothing, and keeps its events", async ({
  page,
  site,
  stats,
  received,
}) => {
  site.page("/", { body: BODY }, { "content-security-policy": "script-src 'self'; connect-src 'none'" });
  await page.goto("/");
  await page.click("#x");
  await flush(page);
  expect(await stats()).toMatchObject({ captured: 2, queued: 2, sent: 0 });
  site.page("/next", {});
  await page.goto("/next");
  await received({ event_type: "clicks:game" });
});

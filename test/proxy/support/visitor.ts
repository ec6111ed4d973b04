import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { onTestFinished } from "vitest";
import { browserPath } from "../../../scripts/browser.mjs";
import type { Tracker } from "../../../src/tracker.js";
import { temporaryFolder } from "../../relay/support/relay.js";
import { RECORDED } from "../../support/calls.js";
import { CHROMIUM_FLAGS } from "../../support/chromium-flags.js";
import { type PageParts, toHtml } from "../../support/page.js";
import type { ProxyName } from "./proxies.js";
import { type Stack, stack } from "./stack.js";
import { certify, tlsBefore } from "./tls.js";

/** The site, and one of somebody else, which the same server answers for. */
export const ORIGIN = "https://www.operator.example";
export const OTHER_ORIGIN = "https://www.another.example";

/** A page that sends when the test says so. */
export const LATE = {
  script: "/tracktag.direct.js",
  tag: { destination: "sportradar", endpoint: "/sr", "flush-interval": "600000" },
  head: RECORDED,
};

/** A visitor of a site whose web server is the proxy. */
export interface Visitor extends Stack {
  /** Has opened nothing yet. */
  page: Page;
  /** All that the browser has sent and got, in the clear. */
  wire(): string;
}

/** The page at `/` has these parts, the one at `/next.html` none. */
export async function visitor(name: ProxyName, parts: PageParts): Promise<Visitor> {
  const started = await stack(name);
  const { site, socket } = started;
  copyFileSync("dist/tracktag.direct.js", join(site, "tracktag.direct.js"));
  writeFileSync(join(site, "index.html"), toHtml(parts));
  writeFileSync(join(site, "next.html"), toHtml({ tag: null }));
  // Browsers keep to themselves what pages without TLS may not know, such as which site a request comes from.
  const certificate = certify("www.operator.example", temporaryFolder());
  const { address, passed } = await tlsBefore({ path: socket }, certificate);
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: [
      ...CHROMIUM_FLAGS,
      `--host-resolver-rules=MAP *.example ${address}`,
      "--ignore-certificate-errors",
    ],
  });
  onTestFinished(() => browser.close());
  return { ...started, page: await browser.newPage({ baseURL: ORIGIN }), wire: passed };
}

/** The numbers of the tracked events that the backend has taken, in the order of arrival. */
export const numbers = ({ backend }: Visitor) => backend.accepted.map(({ event }) => event.data?.n);

export const stats = ({ page }: Visitor) => page.evaluate(() => (window.tracktag as Tracker).stats());

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../support/site.js";
import { BUNDLES } from "./build.js";
import type { TruthPage } from "./pages.js";

/** Options as operators have them: the rule `mrc`, page views. Only the flush is early. */
const TAG = { viewability: undefined, pageviews: undefined, "flush-interval": "100" };

/** The sampler comes first: it is there before the page is. */
const head = (bundle: string) =>
  `<script src="/truth/sampler.js"></script><script type="module" src="/truth/${bundle}.js"></script>`;

/**
 * Puts the bundles and the page's documents on the site.
 *
 * @param more options of the script beside those of every day
 */
export function serve(site: Site, { documents }: TruthPage, more: Record<string, string> = {}): void {
  const files = readdirSync(BUNDLES, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((file) => /\.\w+$/.test(file)))
    site.file(`/truth/${file}`, readFileSync(join(BUNDLES, file), "utf8"));
  for (const [path, { bundle, body }] of Object.entries(documents))
    site.page(path, { tag: { ...TAG, ...more }, head: head(bundle), body });
}

/** A test's page. */
export interface PageParts {
  /**
   * Options of the script tag, without their `data-`, beside an endpoint and what keeps a test quick and quiet: a
   * flush after 50 ms, impressions at once, no page views of its own. `undefined` leaves one of these to the script's
   * default. null: the page has no script tag.
   */
  tag?: Record<string, string | undefined> | null;
  /** The script that the tag loads. */
  script?: string;
  head?: string;
  body?: string;
}

const QUIET = { endpoint: "/t", "flush-interval": "50", viewability: "any", pageviews: "off" };

/** What every page of the tests looks like: boxes of a known size, nothing around them. */
const STYLE =
  "<style>body { margin: 0 } .box:not([hidden]) { display: block; width: 200px; height: 100px }</style>";

const escaped = (value: string) => value.replace(/&/g, "&amp;").replace(/"/g, "&quot;");

/** The attributes as HTML; an option of the value `undefined` is left out. */
const attributes = (options: Record<string, string | undefined>): string =>
  Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` data-${name}="${escaped(value as string)}"`)
    .join("");

/** The script tag as the contract shows it. */
export const scriptTag = (options: Record<string, string | undefined>, script = "/tracktag.js"): string =>
  `<script async src="${script}"${attributes(options)}></script>`;

export const toHtml = ({ tag = {}, script, head = "", body = "" }: PageParts): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>test</title>${STYLE}${head}
${tag ? scriptTag({ ...QUIET, ...tag }, script) : ""}</head><body>${body}</body></html>`;

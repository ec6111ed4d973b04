import { report } from "./lib/report.js";

/**
 * The options, and what their values look like: alternatives of a regular expression, the first of which is the
 * default. On the tag they are `data-flush-interval`, in `init` and `createTracker` `flushInterval`.
 */
export const OPTIONS = {
  /** Where events go, a URL. Without it the script waits for `init`. */
  endpoint: "|[^:]+|(https?:/)?/\\[?[^[].*",
  /** The wire format. The small build speaks to the relay; the others need `tracktag.direct.js`. */
  destination: "relay|sportradar|wynta|antsomi|primedata|neuralens",
  /** The logged-in user; none: anonymous. */
  userId: "|[^]{1,256}",
  /** A URL or a brand name; none: the page's origin. */
  brand: "|.+",
  /** None: detected. */
  channel: "|ios|android|mac|desktop",
  /** The page name for the whole document; none: the path, and the hash where it is a route. */
  page: "|.+",
  /** The location of elements that have none of their own. */
  location: "page:default|.+",
  /** From the first queued event to its flush, ms. */
  flushInterval: "2000|\\d+",
  /** When an impression counts; RATIO/MS: that share of the element for that long; +occlusion: uncovered. */
  viewability: "mrc|(mrc|any|(0?\\.\\d+|1)/\\d+)(\\+occlusion)?",
  /** When the same entity in the same location counts again. */
  repeat: "pageview|session|always",
  /** Off: no `impressions:page`, and a client-side navigation begins no page view. */
  pageviews: "auto|off",
  /** Query parameters that may stay in a reported URL, comma-separated. */
  query: "|.+",
  /** Events without a user: sent, held until `identify` (at most 30 minutes), or dropped. */
  anonymous: "send|hold|drop",
  /** Required: everything is held in memory until `consent(true)`. Denied: nothing is captured. */
  consent: "granted|required|denied",
  /** The browser's signals that count as denied, comma-separated. */
  respect: "|((gpc|dnt)[, ]*)+",
  /** From how many annotated elements on far ones are parked; 0: never. */
  lobby: "1500|\\d+",
  /** Clicks made by script count too. On the tag its presence is enough. */
  untrusted: "false|.*",
  /** Logs on the console and loads the inspector. On the tag its presence is enough. */
  debug: "false|.*",
} as const;

/** Each option as text. */
export type Options = Record<keyof typeof OPTIONS, string>;

/** The alternatives of a text, where none of them is more than a word. */
type Choices<Text> = Text extends `${string}${"." | "[" | "(" | "\\"}${string}`
  ? string | number | boolean | string[]
  : Text extends `${infer First}|${infer Rest}`
    ? First | Choices<Rest>
    : Text;

/** What `init` and `createTracker` take: some of the options; a list may be an array. */
export type GivenOptions = { [Name in keyof Options]?: Choices<(typeof OPTIONS)[Name]> | null };

/** Whether it is a value for the option, or for the attribute of the same name. An object as text never is. */
export const isValid = (name: keyof Options, value: string): boolean =>
  RegExp(`^(?!\\[object)(${OPTIONS[name]})$`).test(value);

/** Sets the options that are given. One that does not parse is reported, and keeps what it was: its default. */
export const setOptions = (options: Options, given: GivenOptions): void => {
  for (const name of Object.keys(OPTIONS) as (keyof Options)[]) {
    options[name] ??= OPTIONS[name].split("|")[0] as string;
    if (given[name] == null) continue;
    const text = `${given[name]}`.trim();
    if (isValid(name, text)) options[name] = text;
    else report(`bad option ${name}: "${text}"`);
  }
};

import { EVENT_TYPES } from "../../destinations/event-types.js";
import { DESTINATIONS } from "../../destinations/index.js";
import type { SettingKind } from "../../destinations/setting.js";
import { isObject } from "../envelope.js";

/** What values a setting takes. `wants` completes the sentence "this is not …". */
export interface Kind {
  wants: string;
  /** What its value is called in a flag; a flag without a value has none. */
  value?: string;
  /** A JSON Schema of what `accepts` takes, for editors. It may take more. */
  schema: object;
  /** The value of a text from a flag, the environment or a secret's file; undefined: it is not one. */
  fromText(text: string): unknown;
  /** Whether a value from the JSON file is one. */
  accepts(value: unknown): boolean;
  /** What it is kept as; as it is given, unless there is one. */
  kept?(value: string): string;
}

const isString = (value: unknown): value is string => typeof value === "string";

const text = (value: string, wants: string, isOne: (text: string) => boolean, schema: object = {}): Kind => ({
  wants,
  value,
  schema: { type: "string", ...schema },
  fromText: (given) => (isOne(given) ? given : undefined),
  accepts: (given) => isString(given) && isOne(given),
});

const matching = (value: string, wants: string, pattern: RegExp): Kind =>
  text(value, wants, (given) => pattern.test(given), { pattern: pattern.source });

const whole = (least: number, most: number, value = "number"): Kind => {
  const isOne = (given: unknown) =>
    Number.isInteger(given) && (given as number) >= least && (given as number) <= most;
  return {
    wants: `a whole number from ${least} to ${most}`,
    value,
    schema: { type: "integer", minimum: least, maximum: most },
    fromText: (given) => (/^\d+$/.test(given) && isOne(Number(given)) ? Number(given) : undefined),
    accepts: isOne,
  };
};

const itemsOf = (given: string): string[] =>
  given
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);

const list = (each: Kind): Kind => ({
  wants: `a list of which each is ${each.wants}`,
  value: "list",
  schema: { type: "array", items: each.schema },
  fromText(given) {
    const items = itemsOf(given);
    return items.every(each.accepts) ? items : undefined;
  },
  accepts: (given) => Array.isArray(given) && given.every(each.accepts),
});

/** In the environment and in flags: `/home=CATEGORY_PAGE,/search=SEARCH_RESULT_PAGE`. */
const map = (each: Kind): Kind => ({
  wants: `a map of names, each to ${each.wants}`,
  value: "map",
  schema: { type: "object", additionalProperties: each.schema },
  fromText(given) {
    const pairs = itemsOf(given).map((item) => /^([^=]+)=(.*)$/.exec(item)?.slice(1) ?? []);
    return pairs.every(([, value]) => each.accepts(value)) ? Object.fromEntries(pairs) : undefined;
  },
  accepts: (given) => isObject(given) && Object.values(given).every(each.accepts),
});

const oneOf = (...values: readonly string[]): Kind =>
  text("name", `one of ${values.join(", ")}`, (given) => values.includes(given), { enum: values });

const isOrigin = (value: string) =>
  value === "null" || (URL.canParse(value) && new URL(value).origin === value);

const isHttpUrl = (value: string) => {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && !username && !password;
};

/** The base of an API to which something beginning with `path` is added. */
const isBase = (path: string) => (value: string) => {
  if (!isHttpUrl(value)) return false;
  const { pathname, search, hash } = new URL(value);
  return !search && !hash && !pathname.includes(path);
};

/** The scheme in small letters, without spaces around: so the sender can rely on it. */
const kept = (value: string) => new URL(value).href;

/** `clicks:event`, or with `clicks:*` every type that begins so. */
const isType = (value: string) =>
  [...EVENT_TYPES.keys(), "identify"].some((type) =>
    value.endsWith("*") ? type.startsWith(value.slice(0, -1)) : type === value,
  );

const YES_NO: Record<string, boolean> = { true: true, 1: true, false: false, 0: false };

const someText = text("text", "a text", (given) => given !== "", { minLength: 1 });

export const KINDS = {
  port: whole(0, 65_535),
  count: whole(0, 1_000_000),
  concurrency: whole(1, 256),
  batch: (most: number) => whole(1, most),
  id: whole(1, Number.MAX_SAFE_INTEGER, "id"),
  ms: whole(1, 3_600_000, "ms"),
  text: someText,
  /** Also a header's value: visible ASCII, so that a stray line break is found here and not with the first request. */
  header: matching("text", "a text of visible characters", /^[!-~]([ -~]*[!-~])?$/),
  path: matching(
    "path",
    "a path such as /t, and none that the relay answers itself",
    /^\/(?!(healthz|metrics|integrity\.json|tracktag\..*)$)[\w./~-]*$/,
  ),
  url: {
    ...text("url", "an http or https URL without credentials", isHttpUrl, { pattern: "^https?://" }),
    kept,
  },
  /** @param path what the API's paths begin with */
  base: (path: string): Kind => ({
    ...text(
      "url",
      `a base URL: http or https, without credentials, without a query, and without ${path} behind`,
      isBase(path),
      { pattern: "^https?://" },
    ),
    kept,
  }),
  origins: list(text("origin", "an origin such as https://www.example.com, or null", isOrigin)),
  destinations: list(oneOf(...Object.keys(DESTINATIONS))),
  logLevel: oneOf("debug", "info", "warn", "error", "silent"),
  types: list(text("type", "an event type, the beginning of some with a * behind, or identify", isType)),
  fields: list(someText),
  renames: map(someText),
  flag: {
    wants: "true or false",
    schema: { type: "boolean" },
    fromText: (given: string) => YES_NO[given],
    accepts: (given: unknown) => typeof given === "boolean",
  },
};

/** The kind that a destination names. */
export function kindOf(kind: SettingKind): Kind {
  if (typeof kind === "string") return KINDS[kind];
  if ("baseOf" in kind) return KINDS.base(kind.baseOf);
  return "oneOf" in kind ? oneOf(...kind.oneOf) : map(oneOf(...kind.mapTo));
}

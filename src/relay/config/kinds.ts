import { DESTINATIONS } from "../../destinations/index.js";

/** What values a setting takes. `wants` completes the sentence "this is not …". */
export interface Kind {
  wants: string;
  /** The value of a text from a flag, the environment or a secret's file; undefined: it is not one. */
  fromText(text: string): unknown;
  /** Whether a value from the JSON file is one. */
  accepts(value: unknown): boolean;
}

const isString = (value: unknown): value is string => typeof value === "string";

const text = (wants: string, isOne: (value: string) => boolean): Kind => ({
  wants,
  fromText: (value) => (isOne(value) ? value : undefined),
  accepts: (value) => isString(value) && isOne(value),
});

const whole = (least: number, most: number): Kind => {
  const isOne = (value: unknown) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  return {
    wants: `a whole number from ${least} to ${most}`,
    fromText: (value) => (/^\d+$/.test(value) && isOne(Number(value)) ? Number(value) : undefined),
    accepts: isOne,
  };
};

const list = (each: Kind): Kind => ({
  wants: `a list of which each is ${each.wants}`,
  fromText(value) {
    const items = value
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean);
    return items.every(each.accepts) ? items : undefined;
  },
  accepts: (value) => Array.isArray(value) && value.every(each.accepts),
});

const oneOf = (...values: string[]): Kind =>
  text(`one of ${values.join(", ")}`, (value) => values.includes(value));

const isOrigin = (value: string) =>
  value === "null" || (URL.canParse(value) && new URL(value).origin === value);

const isHttpUrl = (value: string) => {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && !username && !password;
};

const YES_NO: Record<string, boolean> = { true: true, 1: true, false: false, 0: false };

export const KINDS = {
  port: whole(0, 65_535),
  count: whole(0, 1_000_000),
  concurrency: whole(1, 256),
  ms: whole(1, 3_600_000),
  text: text("a text", (value) => value !== ""),
  /** Also a header's value: visible ASCII, so that a stray line break is found here and not with the first request. */
  header: text("a text of visible characters", (value) => /^[!-~]([ -~]*[!-~])?$/.test(value)),
  path: text("a path such as /t", (value) => /^\/[\w./~-]*$/.test(value)),
  url: text("an http or https URL without credentials", isHttpUrl),
  origins: list(text("an origin such as https://www.example.com, or null", isOrigin)),
  destinations: list(oneOf(...Object.keys(DESTINATIONS))),
  logLevel: oneOf("debug", "info", "warn", "error", "silent"),
  authenticationMethod: oneOf("vaix", "iam"),
  flag: {
    wants: "true or false",
    fromText: (value) => YES_NO[value],
    accepts: (value) => typeof value === "boolean",
  },
} satisfies Record<string, Kind>;

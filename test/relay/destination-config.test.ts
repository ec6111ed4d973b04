import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { DESTINATIONS } from "../../src/destinations/index.js";
import type { RelayConfig } from "../../src/relay/config/config.js";
import { loadOptions } from "../../src/relay/config/load.js";
import { resolveConfig } from "../../src/relay/config/resolve.js";
import { configSchema } from "../../src/relay/config/schema.js";
import { runCli } from "./support/cli.js";
import { temporaryFolder } from "./support/relay.js";

function file(content: unknown): string {
  const path = join(temporaryFolder(), "relay.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const load = (env: Record<string, string>, content: unknown = {}, flags = {}): RelayConfig =>
  resolveConfig(loadOptions({ flags, env, file: file(content) }));

/** The variables of each destination. */
const ENV: Record<string, Record<string, string>> = {
  sportradar: { SPORTRADAR_TOKEN: "t", SPORTRADAR_CLIENT_ID: "c" },
  wynta: { WYNTA_URL: "https://w.example", WYNTA_TOKEN: "t" },
  antsomi: { ANTSOMI_URL: "https://a.example", ANTSOMI_PORTAL_ID: "1", ANTSOMI_PROP_ID: "2" },
  primedata: { PRIMEDATA_CLIENT_ID: "c", PRIMEDATA_TOKEN: "t" },
  neuralens: { NEURALENS_TOKEN: "t", NEURALENS_APP_ID: "a" },
};

describe("a destination starts with what it needs, and names what it lacks", () => {
  test.each(Object.entries(ENV))("%s", (name, env) => {
    const config = load({ ...env, TRACKTAG_DESTINATIONS: name });
    expect(config.destinations).toEqual([name]);
    expect(config[name as "wynta"].url).toMatch(/^https:/);
    for (const missing of Object.keys(env)) {
      const { [missing]: _, ...rest } = env;
      expect(() => load({ ...rest, TRACKTAG_DESTINATIONS: name })).toThrow(
        `${missing}: is needed by the destination ${name}, and not set`,
      );
    }
  });

  test("all together", () => {
    const env = Object.assign({}, ...Object.values(ENV), {
      TRACKTAG_DESTINATIONS: Object.keys(ENV).join(","),
    });
    expect(Object.keys(ENV)).toEqual(Object.keys(DESTINATIONS));
    expect(load(env).destinations).toEqual(Object.keys(DESTINATIONS));
  });
});

describe("lists and maps", () => {
  const env = { ...ENV.neuralens, TRACKTAG_DESTINATIONS: "neuralens" };
  const settings = {
    types: ["clicks:*", "users:login"],
    dropFields: ["brand"],
    renameFields: { channel: "device" },
    pages: { "/home": "PRODUCT_PAGE", "/s": "AUTOCOMPLETE" },
  };

  test("are the same from the environment, from flags and from the file", () => {
    const texts = ["clicks:*, users:login", "brand", "channel=device", "/home=PRODUCT_PAGE,/s=AUTOCOMPLETE"];
    const named = (names: string[]) =>
      Object.fromEntries(names.map((name, at) => [name, texts[at] as string]));
    const variables = named(
      ["TYPES", "DROP_FIELDS", "RENAME_FIELDS", "PAGES"].map((name) => `NEURALENS_${name}`),
    );
    const flags = named(
      ["types", "drop-fields", "rename-fields", "pages"].map((name) => `--neuralens-${name}`),
    );
    for (const { neuralens } of [
      load({ ...env, ...variables }),
      load(env, {}, flags),
      load(env, { neuralens: settings }),
    ]) {
      expect(neuralens).toMatchObject(settings);
    }
  });
});

describe("what is wrong is named by its path", () => {
  test.each<[object, string]>([
    [{ wynta: { types: ["clicks:*", "click:*"] } }, 'wynta.types: ["clicks:*","click:*"] is not a list'],
    [{ wynta: { batch: 51 } }, "wynta.batch: 51 is not a whole number from 1 to 50"],
    [{ sportradar: { batch: 2 } }, "sportradar.batch: there is no such setting"],
    [{ wynta: { token: "a\nb" } }, "wynta.token: what is set is not a text of visible characters"],
    [{ antsomi: { portalId: "x" } }, 'antsomi.portalId: "x" is not a whole number'],
    [{ antsomi: { portalId: "33" } }, "9007199254740991; write it without quotation marks"],
    [{ neuralens: { pages: { "/": "HOME" } } }, 'neuralens.pages: {"/":"HOME"} is not a map of names'],
    [{ primedata: { renameFields: ["a"] } }, 'primedata.renameFields: ["a"] is not a map of names'],
    [{ primedata: { rate: -1 } }, "primedata.rate: -1 is not a whole number from 0 to 1000000"],
    [
      { destinations: ["wintra"] },
      'destinations: ["wintra"] is not a list of which each is one of sportradar',
    ],
  ])("%j", (content, message) => {
    expect(() => load({}, content)).toThrow(message);
  });
});

describe("a URL", () => {
  const wynta = (url: string) =>
    load({ ...ENV.wynta, WYNTA_URL: url, TRACKTAG_DESTINATIONS: "wynta" }).wynta.url;

  test.each([
    ["HTTPS://W.example/Base", "https://w.example/Base"],
    [" https://w.example", "https://w.example/"],
    ["https:w.example", "https://w.example/"],
  ])("%j is kept as %s", (given, url) => {
    expect(wynta(given)).toBe(url);
    const content = { destinations: ["wynta"], wynta: { url: given, token: "t" } };
    expect(load({}, content).wynta.url).toBe(url);
  });

  test.each(["https://w.example/?tenant=1", "https://w.example/v1/events/track", "https://w.example/#a"])(
    "%s is no base URL",
    (given) => {
      expect(() => wynta(given)).toThrow(`WYNTA_URL: "${given}" is not a base URL`);
    },
  );

  test.each([
    "https://user:secret@w.example",
    "HTTPS:user:secret@w.example/?a",
    "ftp://https://user:secret@w",
  ])("%s is named without its credentials", (given) => {
    expect(() => wynta(given)).toThrow(/^WYNTA_URL: (?!.*secret)/);
    expect(() => load({}, { wynta: { url: given } })).toThrow(/wynta\.url: (?!.*secret)/);
  });
});

describe("a field that a destination does not only pass on is not renamed", () => {
  test.each([
    ["neuralens", "event_id=match", "event_id"],
    ["neuralens", "match=events", "events"],
    ["antsomi", "outcome_id=odd", "outcome_id"],
    ["wynta", "brand=label", "brand"],
    ["primedata", "widget=box", "widget"],
  ])("%s, %s", (name, renames, field) => {
    const env = {
      ...ENV[name],
      TRACKTAG_DESTINATIONS: name,
      [`${name.toUpperCase()}_RENAME_FIELDS`]: renames,
    };
    expect(() => load(env)).toThrow(`${name}.renameFields: "${field}" has a meaning of its own`);
  });

  test("others are", () => {
    const env = { ...ENV.wynta, TRACKTAG_DESTINATIONS: "wynta", WYNTA_RENAME_FIELDS: "event_id=match_id" };
    expect(load(env).wynta.renameFields).toEqual({ event_id: "match_id" });
  });
});

describe("the schema of the configuration file", () => {
  const valid = new Ajv({ allowUnionTypes: true }).compile(configSchema());

  test("is printed by the command, and takes a file that names it", async () => {
    const { code, stdout } = await runCli(["schemas", "config"]);
    expect([code, JSON.parse(stdout)]).toEqual([0, JSON.parse(JSON.stringify(configSchema()))]);
    const content = { $schema: "./schema.json", port: 1, wynta: { batch: 10, types: ["clicks:*"] } };
    expect(valid(content)).toBe(true);
    expect(load({}, content).port).toBe(1);
  });

  test.each([
    { prot: 1 },
    { port: "1" },
    { wynta: { batch: 51 } },
    { wynta: { tokn: "x" } },
    { destinations: ["wintra"] },
    { neuralens: { pages: { "/": "HOME" } } },
    { antsomi: { url: "ftp://a.example" } },
  ])("refuses %j", (content) => {
    expect(valid(content)).toBe(false);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CLICKS, CONTEXT, IMPRESSIONS, OTHERS, PREFIX } from "../../src/attributes.js";
import { CATALOG } from "../../src/catalog.js";
import { DIRECT_OPTIONS } from "../../src/direct/options.js";
import { OPTIONS, type Options, setOptions } from "../../src/options.js";

interface Attribute {
  name: string;
  description: { kind: string; value: string };
  values?: { name: string; description?: { kind: string; value: string } }[];
  valueSet?: string;
}

const root = new URL("../../", import.meta.url);
const data = JSON.parse(readFileSync(new URL("dist/tracktag.html-data.json", root), "utf8"));
const attributes: Attribute[] = data.globalAttributes;
const options: Attribute[] = data.tags[0].attributes;

const names = (list: Attribute[], prefix: string) =>
  list.map(({ name }) => {
    expect(name.startsWith(prefix), name).toBe(true);
    return name.slice(prefix.length);
  });
const valuesOf = (list: Attribute[], name: string) =>
  list.find((attribute) => attribute.name === name)?.values?.map((value) => value.name);

/** The names that the script asks for in calls such as `nearest(element, "page")`. */
const asked = (readdirSync(new URL("src/", root), { recursive: true }) as string[])
  .filter((path) => path.endsWith(".ts") && !/^(relay|cli)\b/.test(path))
  .flatMap((path) => [
    ...readFileSync(new URL(`src/${path}`, root), "utf8").matchAll(
      /\b(?:attribute|nearest|selectorFor)\(([^;]*?)\)/g,
    ),
  ])
  .flatMap(([, args = ""]) => [...args.matchAll(/"([a-z-]+)"/g)].map(([, name]) => name as string));

const VOCABULARY = new Set([...[IMPRESSIONS, CLICKS].flatMap(Object.keys), ...CONTEXT, ...OTHERS]);

describe("the attributes", () => {
  test("are those of the script's tables", () => {
    expect(names(attributes, PREFIX).sort()).toEqual([...VOCABULARY].sort());
  });

  test("hold every name that the script asks for", () => {
    expect(asked).toContain("position");
    expect(asked.filter((name) => !VOCABULARY.has(name))).toEqual([]);
  });

  test("that take an event type offer those of the catalog", () => {
    for (const name of ["click", "view"])
      expect(valuesOf(attributes, PREFIX + name)).toEqual([...CATALOG.keys()]);
  });

  test("that take one of few values offer them", () => {
    expect(valuesOf(attributes, `${PREFIX}channel`)).toEqual(["ios", "android", "mac", "desktop"]);
    expect(valuesOf(attributes, `${PREFIX}viewability`)).toEqual(["mrc", "any"]);
  });
});

describe("the options of the script tag", () => {
  const ALL = { ...OPTIONS, ...DIRECT_OPTIONS };
  const defaults = {} as Options;
  setOptions(defaults, {});
  const DEFAULTS = Object.entries(defaults);
  const kebab = (name: string) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

  test("are those that the script takes", () => {
    expect(data.tags.map(({ name }: Attribute) => name)).toEqual(["script"]);
    expect(options.map(({ name }) => name).sort()).toEqual(Object.keys(ALL).map(kebab).sort());
  });

  test.each(DEFAULTS.filter(([, value]) => value && value !== "false"))(
    "%s: the default %s stands in the description",
    (name, value) => {
      const { description } = options.find((option) => option.name === kebab(name)) as Attribute;
      expect(description.value).toContain(`Default: \`${value}\``);
    },
  );

  test.each(Object.keys(ALL) as (keyof typeof ALL)[])("%s takes the values that are offered", (name) => {
    for (const value of valuesOf(options, kebab(name)) ?? [])
      expect(value).toMatch(RegExp(`^(${ALL[name]})$`));
  });
});

/** Source: the custom data format, https://github.com/microsoft/vscode-custom-data, version 1.1. */
describe("the format", () => {
  test("is version 1.1", () => expect(data.version).toBe(1.1));

  test.each([...attributes, ...options])("$name", ({ name, description, values, valueSet, ...rest }) => {
    expect(name).toMatch(/^data-[a-z-]+$/);
    expect(description).toEqual({ kind: "markdown", value: expect.stringMatching(/\S[\s\S]*\.$/) });
    for (const value of values ?? [])
      expect(value).toEqual({
        name: expect.stringMatching(/^\S+$/),
        ...(value.description && {
          description: { kind: "markdown", value: expect.stringMatching(/\S/) },
        }),
      });
    expect([undefined, "v"]).toContain(valueSet);
    expect(rest).toEqual({});
  });
});

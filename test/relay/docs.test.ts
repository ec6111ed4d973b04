import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DESTINATIONS } from "../../src/destinations/index.js";
import { commonSettings } from "../../src/relay/config/destination-settings.js";
import { type Setting, shownDefault } from "../../src/relay/config/setting.js";
import { groupOf, SETTINGS } from "../../src/relay/config/settings.js";
import { createMetrics } from "../../src/relay/metrics.js";
import { EVENT, IDENTIFY } from "../../src/relay/record-checks.js";
import { openDatabase } from "../../src/relay/store/database.js";
import { temporaryFolder } from "./support/relay.js";

const GUIDE = readFileSync("docs/relay.md", "utf8");

const ALL = Object.values(DESTINATIONS);
const COMMON = Object.keys(commonSettings({ pace: { concurrency: 1, batch: 2 } }));
const keyOf = ({ path }: Setting) => path.slice(path.indexOf(".") + 1);
const isCommon = (setting: Setting) => groupOf(setting) !== undefined && COMMON.includes(keyOf(setting));
/** The relay's own settings, then those of the destinations; a sort keeps the order of equals. */
const ownFirst = (a: Setting, b: Setting) => (groupOf(a) ? 1 : 0) - (groupOf(b) ? 1 : 0);

function row(setting: Setting, presets?: string): string {
  const { path, env, flag, secret, needed, help } = setting;
  const preset = shownDefault(setting);
  const standard = presets ?? (preset === undefined ? "none" : `\`${preset}\``);
  const cells = [`\`${path}\``, `\`${env}\``, flag ? `\`${flag}\`` : "none: a secret"];
  expect(Boolean(flag)).toBe(!secret);
  return `| ${[...cells, needed ? "needed" : standard, help].join(" | ")} |`;
}

describe("the operator's guide", () => {
  test("has a row for each setting, in their order, and for nothing else", () => {
    const rows = SETTINGS.filter((setting) => !isCommon(setting))
      .sort(ownFirst)
      .map((setting) => row(setting));
    // What every destination has is there once; those that differ in their default name them all.
    for (const key of COMMON) {
      const same = SETTINGS.filter((setting) => isCommon(setting) && keyOf(setting) === key);
      const presets = same.map((each) => `${groupOf(each)} ${each.default}`).join(", ");
      const differ = new Set(same.map((each) => String(each.default))).size > 1 || same.length < ALL.length;
      const [{ flag = "", env, ...first } = {} as never] = same;
      const name = groupOf({ flag, env, ...first }) ?? "";
      const placeholder = {
        ...first,
        path: `NAME.${key}`,
        env: env.replace(name.toUpperCase(), "NAME"),
        flag: flag.replace(name, "NAME"),
      };
      rows.push(row(placeholder, differ ? presets : undefined));
    }
    const section = GUIDE.split("## Configuration")[1]?.split("\n## ")[0] ?? "";
    expect(section.match(/^\| `.*$/gm)).toEqual(rows);
  });

  test("names each metric", async () => {
    const names = createMetrics()
      .registry.getMetricsAsArray()
      .map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(GUIDE).toContain(name);
  });

  test("names each code of a rejection", () => {
    for (const [code] of [...EVENT, ...IDENTIFY]) expect(GUIDE).toContain(`| \`${code}\``);
  });

  test("names each table of the store", () => {
    const db = openDatabase(temporaryFolder(), { create: true });
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all();
    db.close();
    const own = tables.filter((name) => !name.startsWith("sqlite_"));
    expect(own.length).toBeGreaterThan(3);
    for (const name of own) expect(GUIDE).toContain(`| \`${name}\` |`);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SETTINGS } from "../../src/relay/config/settings.js";
import { createMetrics } from "../../src/relay/metrics.js";
import { EVENT, IDENTIFY } from "../../src/relay/record-checks.js";
import { openDatabase } from "../../src/relay/store/database.js";
import { temporaryFolder } from "./support/relay.js";

const GUIDE = readFileSync("docs/relay.md", "utf8");

describe("the operator's guide", () => {
  test("has a row for each setting, in their order, and for nothing else", () => {
    const rows = SETTINGS.map(({ path, env, flag, secret, default: preset, needed, help }) => {
      const standard = preset === undefined || String(preset) === "" ? "none" : `\`${preset}\``;
      const cells = [`\`${path}\``, `\`${env}\``, flag ? `\`${flag}\`` : "none: a secret"];
      expect(Boolean(flag)).toBe(!secret);
      return `| ${[...cells, needed ? "needed" : standard, help].join(" | ")} |`;
    });
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

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { CLICKS, CONTEXT, IMPRESSIONS, OTHERS } from "../../src/attributes.js";
import { CATALOG } from "../../src/catalog.js";
import { OPTIONS } from "../../src/options.js";
import { SETTINGS } from "../../src/relay/config/settings.js";
import { examples, text, unnamed } from "../support/examples.js";

/** The rows of the Markdown table below the heading, each a list of cells. */
function table(file: string, heading: string): string[][] {
  const [, section = ""] = text(file).split(`${heading}\n`);
  const rows = (section.match(/(^\|.*\|\n)+/m) ?? [""])[0].trim().split("\n").slice(2);
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

const code = (cell = ""): string => cell.replaceAll("`", "");

it("the README has every option with its default, and no other", () => {
  const kebab = (name: string) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const documented = table("README.md", "## Options").map(([name, value]) => [code(name), code(value)]);
  expect(documented).toEqual(
    Object.entries(OPTIONS).map(([name, values]) => [kebab(name), values.split("|")[0]]),
  );
});

it("the README has every attribute that makes an event", () => {
  const documented = table("README.md", "## Attributes").map(
    ([name]) => /data-track-([\w-]+)/.exec(name ?? "")?.[1],
  );
  expect(new Set(documented)).toEqual(new Set([...Object.keys(IMPRESSIONS), ...Object.keys(CLICKS)]));
  for (const name of [...CONTEXT, ...OTHERS]) expect(text("README.md")).toContain(`data-track-${name}`);
});

it("docs/events.md has every type with the fields that it needs", () => {
  const documented = table("docs/events.md", "# Events").map(([type, fields]) => [
    code(type),
    code(fields).split(", ").filter(Boolean),
  ]);
  expect(documented).toEqual([...CATALOG]);
});

it("docs/relay.md has every setting", () => {
  for (const { env } of SETTINGS) expect(text("docs/relay.md")).toContain(env);
});

it("every example has a name, so that a test runs it", () => {
  expect(unnamed).toEqual([]);
});

it("the README's relay starts and stops", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "tracktag-readme-"));
  const [variables = "", command = ""] = (examples.get("relay") ?? "").split("\\\n");
  const [program, ...args] = command
    .trim()
    .replace(/\b8787\b/, "0")
    .split(/\s+/)
    .slice(1);
  expect(program).toBe("tracktag");
  const relay = spawn(process.execPath, ["dist/cli.js", ...args], {
    env: {
      ...process.env,
      ...Object.fromEntries(
        variables
          .trim()
          .split(" ")
          .map((pair) => pair.split("=")),
      ),
      TRACKTAG_DATA_DIR: dataDir,
    },
  });
  const [line] = await once(createInterface(relay.stdout), "line");
  expect(line).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
  relay.kill("SIGTERM");
  expect(await once(relay, "exit")).toEqual([0, null]);
  rmSync(dataDir, { recursive: true });
});

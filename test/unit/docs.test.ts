import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { CLICKS, CONTEXT, IMPRESSIONS, OTHERS, PREFIX } from "../../src/attributes.js";
import { CATALOG } from "../../src/catalog.js";
import { BACKENDS } from "../../src/direct/backends.js";
import { DIRECT_OPTIONS } from "../../src/direct/options.js";
import { OPTIONS } from "../../src/options.js";
import { loadOptions } from "../../src/relay/config/load.js";
import { MESSAGES, patternOf } from "../support/console-messages.js";
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

it("docs/console.md has every message of the script", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/^(relay|cli)\b/.test(file))
    .map((file) => text(`src/${file}`));
  const said = sources
    .flatMap((source) => [...source.matchAll(/report\(\s*(?:"([^"]+)"|`([^`]+)`)/g)])
    .map(
      ([, plain, template = ""]) =>
        plain ?? template.replace(/\$\{PREFIX\}/, PREFIX).replace(/\$\{[^}]*\}/g, "x"),
    );
  expect(said.length).toBeGreaterThan(10);
  // What it says of an event is an error's text: nearly all others would do for it, too.
  const patterns = MESSAGES.filter((message) => message !== "bad TYPE: ERROR").map(patternOf);
  expect(said.filter((message) => !patterns.some((pattern) => pattern.test(message)))).toEqual([]);
});

it("docs/destinations.md has what direct mode needs for each backend, and every option of it", () => {
  const rows = table("docs/destinations.md", "## Directly from the page");
  const onTag = (name: string) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const documented = rows.map(([name, url, needs]) => [
    code(name),
    code(url).replace(/^none.*/, ""),
    code(needs),
  ]);
  expect(documented).toEqual(
    Object.entries(BACKENDS).map(([name, { url = "", secrets, ids = [] }]) => [
      name,
      url,
      [...secrets, ...ids].map(onTag).join(", "),
    ]),
  );
  for (const name of Object.keys(DIRECT_OPTIONS)) expect(rows.flat().join()).toContain(`\`${onTag(name)}\``);
});

it("every example has a name, so that a test runs it", () => {
  expect(unnamed).toEqual([]);
});

/** The commands of an example, each with the variables in front of it. A port of its own keeps tests apart. */
function commands(name: string): { env: Record<string, string>; args: string[] }[] {
  const lines = (examples.get(name) ?? "").replaceAll("\\\n", " ").trim().split("\n");
  return lines.map((line) => {
    const [before = "", after = ""] = line.split("npx tracktag ");
    const pairs = before.trim().split(/\s+/).filter(Boolean);
    const args = after
      .replace(/#.*/, "")
      .replace(/\b8787\b/, "0")
      .trim()
      .split(/\s+/);
    return { env: Object.fromEntries(pairs.map((pair) => pair.split("="))), args };
  });
}

it.each(["try", "relay", "relay-start"])(
  "the relay of the example %s starts and stops",
  async (name) => {
    const dataDir = mkdtempSync(join(tmpdir(), "tracktag-docs-"));
    const [{ env, args } = { env: {}, args: [] }] = commands(name);
    const others = args.join(" ").replace("/tmp/tracktag-try", dataDir).split(" ");
    const relay = spawn(process.execPath, ["dist/cli.js", ...others], {
      env: { ...process.env, ...env, TRACKTAG_DATA_DIR: dataDir, TRACKTAG_PORT: "0" },
    });
    const [line] = await once(createInterface(relay.stdout), "line");
    expect(line).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
    relay.kill("SIGTERM");
    expect(await once(relay, "exit")).toEqual([0, null]);
    rmSync(dataDir, { recursive: true });
  },
  30_000,
);

it("docs/relay.md: the configuration file is one that the relay takes", () => {
  const folder = mkdtempSync(join(tmpdir(), "tracktag-docs-"));
  const file = join(folder, "tracktag.config.json");
  writeFileSync(file, examples.get("relay-config") ?? "");
  const options = loadOptions({ flags: {}, env: {}, file });
  expect(options).toMatchObject({
    destinations: ["sportradar", "wynta"],
    sportradar: { clientId: "operator" },
  });
  rmSync(folder, { recursive: true });
});

it("docs/relay.md: the commands for dead letters are those that the help lists", () => {
  const help = execFileSync(process.execPath, ["dist/cli.js", "relay", "dead-letters", "--help"], {
    encoding: "utf8",
  });
  const used = commands("dead-letters").map(({ args }) => args.slice(0, 3));
  expect(used.length).toBeGreaterThan(2);
  for (const [relay, letters, command] of used) {
    expect([relay, letters]).toEqual(["relay", "dead-letters"]);
    expect(help).toMatch(new RegExp(`^  ${command}\\b`, "m"));
  }
});

it.each(["try-events", "events"])("the commands of the example %s are ones that the help lists", (name) => {
  const help = execFileSync(process.execPath, ["dist/cli.js", "relay", "events", "--help"], {
    encoding: "utf8",
  });
  for (const { args } of commands(name)) {
    expect(args.slice(0, 2)).toEqual(["relay", "events"]);
    for (const flag of args.filter((arg) => /^--(?!data-dir)/.test(arg)))
      expect(help).toMatch(new RegExp(`^  ${flag}\\b`, "m"));
  }
});

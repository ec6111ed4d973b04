import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import ts from "typescript";
import { expect, onTestFinished, test } from "vitest";
import { startBackend } from "../../../demo/backends/backend.js";
import { DESTINATIONS } from "../../../src/destinations/index.js";
import { examples } from "../../support/examples.js";
import { batch } from "../support/batch.js";
import { sample } from "../support/samples.js";
import { eventually } from "../support/wait.js";

const SOURCES = resolve("src/destinations");

/** The example as a file of its own, that imports what lies beside it in the project. */
function exampleFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "tracktag-docs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "acme.ts");
  writeFileSync(file, (examples.get("acme") ?? "").replaceAll('from "./', `from "${SOURCES}/`));
  return file;
}

/** What the compiler says of it, with the project's settings. */
function complaints(file: string): string[] {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd());
  const program = ts.createProgram([file], { ...options, types: [] });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

test("the sixth destination of the guide is one file and one row", async () => {
  const file = exampleFile();
  expect(complaints(file)).toEqual([]);
  const { acme } = await import(file);
  const row = /\{ (.*) \}/.exec(examples.get("acme-row") ?? "")?.[1]?.split(", ");
  expect(row).toEqual([...Object.keys(DESTINATIONS), "acme"]);
  // The row. What follows from the table is made when it is first imported.
  Object.assign(DESTINATIONS, { acme });
  const { relay } = await import("../support/relay.js");
  const { loadOptions } = await import("../../../src/relay/config/load.js");
  const backend = await startBackend(({ body }) => ({ status: 200, body: {}, taken: [body] }));
  onTestFinished(() => backend.close());
  const [, pairs = "", name = ""] =
    /^(.*) npx tracktag relay --destinations (\w+)/.exec(examples.get("acme-relay") ?? "") ?? [];
  const env = Object.fromEntries(pairs.split(" ").map((pair) => pair.split("=")));
  const flags = { "--destinations": name, "--acme-url": backend.url, "--acme-except-types": "custom" };
  const { post, metric } = await relay(loadOptions({ flags, env }));
  const [click, other] = [sample("clicks:event"), sample("users:login", { user_id: null })];
  await post(batch([click, other, sample("clicks:game"), sample("custom")], { sent_at: undefined }));
  await eventually(() => expect(backend.taken).toHaveLength(2));
  expect(backend.taken).toEqual(
    expect.arrayContaining([
      { name: "match_opened", user: "520535", at: click.timestamp },
      { name: "signed_in", user: null, at: other.timestamp },
    ]),
  );
  expect(backend.exchanges[0]?.headers.authorization).toBe("Bearer secret");
  await eventually(async () => expect(await metric('tracktag_skipped_total{destination="acme"}')).toBe(2));
});

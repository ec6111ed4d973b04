import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { EVENT_TYPES } from "../../../src/destinations/event-types.js";
import { ID_FIELDS } from "../../../src/destinations/ids.js";
import { DESTINATIONS, type DestinationName } from "../../../src/destinations/index.js";
import { loadOptions } from "../../../src/relay/config/load.js";
import { examples, text } from "../../support/examples.js";
import { runCli } from "../support/cli.js";
import { sentAs } from "../support/sent-as.js";

const PAGE = text("docs/destinations.md");

const TITLES: Partial<Record<DestinationName, string>> = {
  wynta: "Wynta",
  antsomi: "Antsomi",
  primedata: "PrimeData",
  neuralens: "Neuralens",
};

describe.each(Object.entries(TITLES))("the table of %s", (name, title) => {
  const section = PAGE.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
  const table = section.split("| type | sent as")[1] ?? "";
  const rows = [...table.matchAll(/^\| `([^`]+)` \| (.+?) \| (.+) \|$/gm)].map(([, ...cells]) => cells);

  test("has every type, with what is sent of it and a reason", () => {
    expect(rows.map(([type, sent]) => [type, sent])).toEqual(
      [...EVENT_TYPES.keys()].map((type) => [type, sentAs(name as DestinationName, type)]),
    );
    for (const [type, , reason] of rows) expect([type, reason]).toEqual([type, expect.stringMatching(/\w/)]);
  });
});

test("the file with filters is one that the relay takes", () => {
  const folder = mkdtempSync(join(tmpdir(), "tracktag-docs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "tracktag.config.json");
  writeFileSync(file, examples.get("filters") ?? "");
  expect(loadOptions({ flags: {}, env: {}, file })).toMatchObject({
    wynta: { exceptTypes: ["impressions:*", "debug:message"], renameFields: { event_id: "match_id" } },
  });
});

test("the command for the schemas prints them", async () => {
  const args = (examples.get("schemas") ?? "").trim().replace("npx tracktag ", "").split(" ");
  const { code, stdout } = await runCli(args);
  expect([code, JSON.parse(stdout).length]).toEqual([0, EVENT_TYPES.size]);
});

test("the fields that are not to be renamed are listed for each", () => {
  const table = PAGE.split("| backend | not to be renamed |")[1]?.split("\n\n")[0] ?? "";
  const rows = [...table.matchAll(/^\| (\w+) \| (.*) \|$/gm)].map(([, name = "", cell = ""]) => [name, cell]);
  expect(rows.map(([name]) => name?.toLowerCase())).toEqual(Object.keys(DESTINATIONS));
  for (const [name = "", cell = ""] of rows) {
    const { reads = () => [] }: { reads?(): readonly string[] } =
      DESTINATIONS[name.toLowerCase() as DestinationName];
    const ids = cell.includes("as with Antsomi") ? ID_FIELDS : [];
    const listed = [...ids, ...[...cell.matchAll(/`(\w+)`/g)].map(([, field = ""]) => field)];
    expect([name, new Set(listed.filter((field) => field !== "data"))]).toEqual([name, new Set(reads())]);
  }
});

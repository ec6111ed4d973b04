import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";

/** A project that has this package installed. */
const project = mkdtempSync(join(tmpdir(), "tracktag-types-"));
mkdirSync(join(project, "node_modules"));
symlinkSync(fileURLToPath(new URL("../../", import.meta.url)), join(project, "node_modules/tracktag"), "dir");
writeFileSync(join(project, "package.json"), '{ "type": "module" }');
afterAll(() => rmSync(project, { recursive: true }));

const RESOLUTIONS: [string, ts.CompilerOptions][] = [
  ["bundler", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
  ["node16", { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }],
];

/** What TypeScript has to say about a program of the project, the package's declarations included. */
function complaints(options: ts.CompilerOptions, code: string): string[] {
  const file = join(project, "main.ts");
  writeFileSync(file, code);
  const program = ts.createProgram([file], {
    ...options,
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe.each(RESOLUTIONS)("module resolution %s", (_, options) => {
  test("knows the package's types", { timeout: 60_000 }, () => {
    const code = `
      import { createTracker, type TrackerEvent } from "tracktag";
      const tracker = createTracker({ endpoint: "/t", flushInterval: 500 });
      tracker.beforeSend((event: TrackerEvent) => (event.user_id === null ? null : event));
      tracker.track("users:login");
      window.tracktag = tracker;
      (window.tracktag ||= []).push(["identify", "520535"]);
      const done: Promise<void> = tracker.flush();
      export { done };`;
    expect(complaints(options, code)).toEqual([]);
  });

  test("refuses what the package does not take", { timeout: 60_000 }, () => {
    const code = `
      import { createTracker } from "tracktag";
      createTracker({ endpiont: "/t" });
      createTracker({ endpoint: "/t", consent: "requird" }).track("users:loginn");`;
    const named = ["'endpiont'", '"requird"', '"users:loginn"'];
    expect(complaints(options, code)).toEqual(named.map((name) => expect.stringContaining(name)));
  });
});

import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";

/** What V8 has recorded. Source: DevTools protocol, Profiler.Profile. */
export interface Recorded {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number };
    children?: number[];
  }[];
  /** The node of each sample, and the µs before it. */
  samples?: number[];
  timeDeltas?: number[];
}

/** A function of ours, or one of the browser's that ours call, ms. */
export interface Cost {
  /** `src/capture/clicks.ts:32`, the line where it begins; a browser's in brackets. */
  name: string;
  self: number;
  total: number;
}

const mapOf = (file: string): SourceMap =>
  new SourceMap(
    JSON.parse(readFileSync(fileURLToPath(new URL(`../dist/${file}.map`, import.meta.url)), "utf8")),
  );

/** The script, and the one that it loads on long pages. */
const OURS = ["tracktag.js", "tracktag.lobby.js"];

/** Sums up what a recording has of our scripts, dearest first. */
export function costs({ nodes, samples = [], timeDeltas = [] }: Recorded): Cost[] {
  const maps = new Map(OURS.map((file) => [file, mapOf(file)]));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const found = new Map<string, Cost>();

  const mapAt = (url = ""): SourceMap | undefined => maps.get(url.replace(/.*\//, ""));

  function nameOf(id: number): string {
    const { functionName, url, lineNumber, columnNumber } = frames.get(id) ?? (nodes[0] as never);
    const map = mapAt(url);
    if (!map) return `(${functionName || "native"})`;
    const entry = map.findEntry(lineNumber, columnNumber);
    return "originalSource" in entry
      ? `${entry.originalSource.replace("../", "")}:${entry.originalLine + 1}`
      : "(the file itself)";
  }

  const cost = (name: string): Cost => {
    const known = found.get(name) ?? { name, self: 0, total: 0 };
    found.set(name, known);
    return known;
  };

  samples.forEach((sampled, index) => {
    const path: number[] = [];
    for (let id: number | undefined = sampled; id !== undefined; id = parents.get(id)) path.push(id);
    // From the outermost of ours inwards: what called us is not ours.
    while (path[0] !== undefined && !mapAt(frames.get(path[path.length - 1] as number)?.url)) path.pop();
    if (!path[0]) return;
    const ms = (timeDeltas[index] ?? 0) / 1000;
    const names = path.map(nameOf);
    cost(names[0] as string).self += ms;
    for (const name of new Set(names)) cost(name).total += ms;
  });
  return [...found.values()].sort((a, b) => b.total - a.total);
}

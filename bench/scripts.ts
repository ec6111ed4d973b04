import { readdirSync, readFileSync } from "node:fs";
import { bundle } from "./bundle.mjs";
import { CONTENDERS, OURS, SIBLINGS } from "./contenders.js";

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

/** All of `dist/`, beside each other: what ours loads later lies there, too. */
const ours = (): [string, string][] =>
  readdirSync(new URL("../dist/", import.meta.url))
    .filter((name) => name.endsWith(".js"))
    .map((name) => [`/contenders/${name}`, text(`../dist/${name}`)]);

/** The scripts by their paths, as a site would have them. Ours is the one of `dist/`. */
export async function scripts(): Promise<Map<string, string>> {
  const others = [...CONTENDERS.filter((one) => one !== OURS), SIBLINGS];
  const bundled = others.map(async ({ src }) => [src, await bundle(src)] as const);
  return new Map([["/actions.js", text("page/actions.js")], ...ours(), ...(await Promise.all(bundled))]);
}

import { readFileSync } from "node:fs";
import { bundle } from "./bundle.mjs";

export interface Contender {
  name: string;
  /** As tables show it. */
  label: string;
  /** The path of its script on the site. */
  src: string;
  /** What the tag's dataset says. */
  data: Record<string, string>;
}

const contender = (name: string, label: string, data = {}): Contender => ({
  name,
  label,
  src: `/contenders/${name}.js`,
  data,
});

export const NONE = contender("none", "no script");
export const BARE = contender("bare", "bare");
export const OURS = contender("tracktag", "tracktag", { endpoint: "/sink/tracktag" });

/** All that are compared. `bare` is one observer of each kind and one listener: nothing is sent. */
export const CONTENDERS: Contender[] = [
  NONE,
  BARE,
  OURS,
  contender("snowplow", "Snowplow"),
  contender("amplitude", "Amplitude"),
  contender("posthog", "PostHog, clicks alone"),
  contender("autotrack", "autotrack, seen alone"),
];

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

/** The scripts by their paths, as a site would have them. Ours is the one of `dist/`. */
export async function scripts(): Promise<Map<string, string>> {
  const others = CONTENDERS.filter((one) => one !== OURS);
  const bundled = others.map(async ({ name, src }) => [src, await bundle(name)] as const);
  return new Map([
    ["/actions.js", text("page/actions.js")],
    [OURS.src, text("../dist/tracktag.js")],
    ["/contenders/tracktag.lobby.js", text("../dist/tracktag.lobby.js")],
    ...(await Promise.all(bundled)),
  ]);
}

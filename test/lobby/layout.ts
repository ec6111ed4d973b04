import type { EnginePage } from "../truth/engines/engine.js";
import { matches } from "../truth/pages/parts/match.js";

/** A page whose geometry is not what the order of its elements says, or does not stay as it is. */
export interface Layout {
  name: string;
  css?: string;
  html: string;
  /** What happens, and before each rest: a script in the page, or real input. */
  steps: (string | ((tab: EnginePage) => Promise<unknown>))[];
  /** The stated rule by which nothing is parked here. */
  gives?: string;
}

export const STYLE =
  ".match { height: 90px; margin: 4px; background: #eee; box-sizing: border-box } .lane { display: flex; overflow-x: auto } .lane > * { flex: none; width: 240px }";

export const COUNT = 160;

export const list = (css = "", count = COUNT, first = 1): string =>
  `<main style="${css}">${matches(count, first)}</main>`;

/** `#host` gets a shadow root with this in it. */
export const rooted = (html: string): string =>
  `<script>host.attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(html)}</script>`;

/** A list in a shadow root, whose host is `#host`. */
export const inRoot = (count = COUNT): string =>
  `<div id="host"></div>${rooted(`<style>.match { height: 90px; margin: 4px }</style>${matches(count)}`)}`;

export const each = (make: (index: number) => string, count = COUNT): string =>
  Array.from({ length: count }, (_, n) => make(n)).join("");

/** Through the page, as a reader does. */
export const READ = ["scrollTo(0, 3300)", "scrollTo(0, 1e6)", "scrollTo(0, 6100)", "scrollTo(0, 0)"];

/** How many elements are parked beside a layout's own. */
export const CROWD = 400;

/**
 * Groups which nobody ever sees, above the page. They come before the layout's own where groups are looked at by turns:
 * else that net would hold whatever another drops, as a layout has hardly more groups than a turn.
 */
export const crowd = `<div style="position: absolute; top: 0">${each(
  (n) =>
    `<p data-track-view="crowd" style="position: absolute; width: 9px; height: 9px; top: ${300 * n - 9000 - 300 * CROWD}px">`,
  CROWD,
)}</div>`;

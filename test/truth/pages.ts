import { matches } from "./pages/parts/match.js";

/** A document as the server sends it, beside the sampler and the script. */
export interface Sent {
  /** The bundle in `pages/`. */
  bundle: string;
  body?: string;
}

/** A page of the suite, and the documents to which it leads, by their paths. It begins at the first. */
export interface TruthPage {
  name: string;
  documents: Record<string, Sent>;
  /** The browser's zoom. */
  zoom?: number;
}

/** A page that its bundle makes. */
const app = (name: string, more: Record<string, Sent> = {}): TruthPage => ({
  name,
  documents: { [`/${name}`]: { bundle: name }, ...more },
});

const zoom = { bundle: "zoom" };
const frame = { bundle: "frame" };

/** What Turbo swaps: the whole body, or a frame in it. */
const turbo = (part: number): Sent => ({
  bundle: "turbo",
  body: `<nav>${[1, 2, 3].map((one) => `<a data-go href="/turbo${one > 1 ? `/${one}` : ""}">page ${one}</a>`).join(" ")}</nav>
    <turbo-frame id="part"><p data-track-game="${part}">part ${part}
      <a data-go href="/turbo/${(part % 3) + 1}">next part</a></p></turbo-frame>
    <main data-track-location="turbo:list">${matches(12, part * 6)}</main>`,
});

/** Every page is walked in every engine. */
export const PAGES: TruthPage[] = [
  app("virtua"),
  app("keyless"),
  app("swiper"),
  app("lit"),
  app("vue-router"),
  {
    name: "turbo",
    documents: { "/turbo": turbo(1), "/turbo/2": turbo(2), "/turbo/3": turbo(3), "/turbo/1": turbo(1) },
  },
  app("infinite"),
  app("sticky"),
  app("tabs"),
  app("dialog"),
  app("tall"),
  app("banner"),
  { name: "zoom 90 %", documents: { "/": zoom }, zoom: 0.9 },
  { name: "zoom 110 %", documents: { "/": zoom }, zoom: 1.1 },
  app("rtl"),
  app("frames", { "/frames/same": frame, "/frames/other": frame }),
  app("odds"),
];

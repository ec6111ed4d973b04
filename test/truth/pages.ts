/** A page of the suite: what the server sends beside the sampler, the script and the page's own bundle. */
export interface TruthPage {
  /** Its path, and its bundle in `pages/`. */
  name: string;
  head?: string;
  body?: string;
}

/** Every page is walked in every engine. */
export const PAGES: TruthPage[] = [
  { name: "virtua" },
  { name: "keyless" },
  { name: "swiper" },
  { name: "lit" },
];

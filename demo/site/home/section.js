import { h } from "../lib/h.js";

/** A titled section of a page. `attributes` are its annotations. */
export const section = (title, attributes, ...children) =>
  h(
    "section.section",
    attributes,
    h("div.section-head", {}, h("h2", {}, title), ...aside(children)),
    ...body(children),
  );

// Links and buttons given first stand beside the title.
const isAside = (child) => child?.matches?.("a, button, .beside");
const aside = (children) => children.filter(isAside);
const body = (children) => children.filter((child) => !isAside(child));

import { h, svg } from "../lib/h.js";

/** The pole star in the colours of an aurora, and the name. */
export const logo = () =>
  h(
    "span.logo",
    {},
    svg(
      "svg",
      { viewBox: "0 0 32 32", width: 28, height: 28, "aria-hidden": "true" },
      svg(
        "linearGradient",
        { id: "logo-aurora", x1: 0, y1: 0, x2: 1, y2: 1 },
        svg("stop", { offset: 0, "stop-color": "#3df0b4" }),
        svg("stop", { offset: 1, "stop-color": "#8f7bff" }),
      ),
      svg("path", {
        d: "M16 1l3.6 11.4L31 16l-11.4 3.6L16 31l-3.6-11.4L1 16l11.4-3.6z",
        fill: "url(#logo-aurora)",
      }),
    ),
    h("span.logo-name", {}, "north", h("b", {}, "bet")),
  );

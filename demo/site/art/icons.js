import { svg } from "../lib/h.js";

const CIRCLE = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z";

/** Line icons on a grid of 24, one path each. */
const PATHS = {
  football: `${CIRCLE}M12 8.2l3.6 2.6-1.4 4.2H9.8l-1.4-4.2zM12 8.2v-5M15.6 10.8l4.9-1.6M14.2 15l3 4.2M9.8 15l-3 4.2M8.4 10.8L3.5 9.2`,
  basketball: `${CIRCLE}M3 12h18M12 3v18M5.7 5.7c3.4 3.6 3.4 9 0 12.6M18.3 5.7c-3.4 3.6-3.4 9 0 12.6`,
  tennis: `${CIRCLE}M5.5 5.8c3.6 3.4 3.6 9 0 12.4M18.5 5.8c-3.6 3.4-3.6 9 0 12.4`,
  hockey: "M5 3l7.4 14H18a2 2 0 0 1 0 4h-7.6L3.4 6.4M19 3l-3.6 7M3 17.5h4v3.5H3z",
  handball: `${CIRCLE}M12 3c-3 3-3 6 0 9s3 6 0 9M3.6 9c3 .6 5.6 1.8 8.4 3M20.4 15c-3-.6-5.6-1.8-8.4-3`,
  esports:
    "M7 7h10a5 5 0 0 1 5 5l-.6 4a2.6 2.6 0 0 1-4.6 1L15 15H9l-1.8 2a2.6 2.6 0 0 1-4.6-1L2 12a5 5 0 0 1 5-5zM7 9.8v3.4M5.3 11.5h3.4M15.4 11h.01M17.8 12.6h.01",
  home: "M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z",
  bolt: "M13 2.5L5 14h6l-1 7.5L18.5 10H12z",
  casino:
    "M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8.5 8.5h.01M15.5 8.5h.01M12 12h.01M8.5 15.5h.01M15.5 15.5h.01",
  ticket: "M4 6.5h16v3.2a2.4 2.4 0 0 0 0 4.6v3.2H4v-3.2a2.4 2.4 0 0 0 0-4.6zM14 6.5v2M14 11v2M14 15.5v2",
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-3.8 4-5.5 7.5-5.5s6.5 1.7 7.5 5.5",
  share: "M12 15V3.8M8 7.3l4-3.8 4 3.8M5 12.5V20h14v-7.5",
  plus: "M12 5v14M5 12h14",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  right: "M9 5l7 7-7 7",
  left: "M15 5l-7 7 7 7",
  down: "M5 9l7 7 7-7",
  pause: "M8.5 5v14M15.5 5v14",
  play: "M7 4.5v15l12-7.5z",
  trash: "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.5 11v5M13.5 11v5",
  eye: "M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  cursor: "M5 3.5l14.5 6.8-6.2 1.9-2.6 6.3z",
  page: "M6 3h8.5L19 7.5V21H6zM14 3v5h5M9 12.5h7M9 16.5h5",
  heart: "M12 20S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 20 12 20z",
  theme: `${CIRCLE}M12 3v18M12 7.5l5.5-2M12 12.5l8.5-3M12 17.5l8-3`,
  shield: "M12 3l8 3v6c0 4.6-3.2 7.6-8 9-4.8-1.4-8-4.4-8-9V6zM8.5 12l2.5 2.5 4.5-5",
  signal: "M5 19v-4M10 19v-8M15 19V8M20 19V4",
  star: "M12 3.5l2.6 5.6 6 .8-4.4 4.2 1.1 6-5.3-2.9-5.3 2.9 1.1-6L3.4 9.9l6-.8z",
  warning: "M12 4l9.5 16.5h-19zM12 10v4.5M12 17.5h.01",
};

/** A decorative icon: its button or link carries the name. */
export function icon(name, size = 20) {
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true" },
    svg("path", { d: PATHS[name] }),
  );
}

import { svg } from "../lib/h.js";

/** Flags as layers of [path, colour] on 18 by 12. */
const FLAGS = {
  england: [
    ["M0 0h18v12H0z", "#fff"],
    ["M7.5 0h3v12h-3zM0 4.5h18v3H0z", "#d0203a"],
  ],
  spain: [
    ["M0 0h18v12H0z", "#c8102e"],
    ["M0 3h18v6H0z", "#ffc72c"],
  ],
  italy: [
    ["M0 0h6v12H0z", "#009246"],
    ["M6 0h6v12H6z", "#fff"],
    ["M12 0h6v12h-6z", "#ce2b37"],
  ],
  germany: [
    ["M0 0h18v4H0z", "#111"],
    ["M0 4h18v4H0z", "#dd0000"],
    ["M0 8h18v4H0z", "#ffce00"],
  ],
  france: [
    ["M0 0h6v12H0z", "#0055a4"],
    ["M6 0h6v12H6z", "#fff"],
    ["M12 0h6v12h-6z", "#ef4135"],
  ],
  europe: [
    ["M0 0h18v12H0z", "#14389c"],
    [
      "M9 2.2l.5 1h1l-.8.7.3 1-1-.6-1 .6.3-1-.8-.7h1zM9 7.2l.5 1h1l-.8.7.3 1-1-.6-1 .6.3-1-.8-.7h1zM5.5 4.7l.5 1h1l-.8.7.3 1-1-.6-1 .6.3-1-.8-.7h1zM12.5 4.7l.5 1h1l-.8.7.3 1-1-.6-1 .6.3-1-.8-.7h1z",
      "#ffcc00",
    ],
  ],
  usa: [
    ["M0 0h18v12H0z", "#fff"],
    ["M0 0h18v1.7H0zM0 3.4h18v1.7H0zM0 6.8h18v1.7H0zM0 10.3h18V12H0z", "#b22234"],
    ["M0 0h8v6.8H0z", "#3c3b6e"],
  ],
  portugal: [
    ["M0 0h7v12H0z", "#046a38"],
    ["M7 0h11v12H7z", "#da291c"],
    ["M7 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4z", "#ffe900"],
  ],
  sweden: [
    ["M0 0h18v12H0z", "#006aa7"],
    ["M5 0h2.5v12H5zM0 4.8h18v2.4H0z", "#fecc02"],
  ],
  denmark: [
    ["M0 0h18v12H0z", "#c8102e"],
    ["M5 0h2.2v12H5zM0 4.9h18v2.2H0z", "#fff"],
  ],
  world: [
    ["M0 0h18v12H0z", "#2b3f7a"],
    ["M9 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM5 5.6h8v.8H5zM8.6 2h.8v8h-.8z", "#7fb2ff"],
  ],
};

export const flag = (name) =>
  svg(
    "svg",
    { class: "flag", viewBox: "0 0 18 12", width: 18, height: 12, "aria-hidden": "true" },
    FLAGS[name].map(([d, fill]) => svg("path", { d, fill })),
  );

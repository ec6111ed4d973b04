import { svg } from "../lib/h.js";

/** The lines of each sport's ground, seen from above, on 320 by 180. */
const LINES = {
  football:
    "M20 20h280v140H20zM160 20v140M160 62a28 28 0 1 0 0 56 28 28 0 0 0 0-56zM20 55h42v70H20M300 55h-42v70h42M62 72a22 22 0 0 1 0 36M258 72a22 22 0 0 0 0 36",
  basketball:
    "M20 20h280v140H20zM160 20v140M160 66a24 24 0 1 0 0 48 24 24 0 0 0 0-48zM20 62h60v56H20M300 62h-60v56h60M20 36h28c62 0 62 108 0 108H20M300 36h-28c-62 0-62 108 0 108h28",
  tennis: "M20 24h280v132H20zM20 44h280M20 136h280M90 44v92M230 44v92M90 90h140M160 14v152",
  hockey:
    "M60 20h200a40 40 0 0 1 40 40v60a40 40 0 0 1-40 40H60a40 40 0 0 1-40-40V60a40 40 0 0 1 40-40zM160 20v140M112 20v140M208 20v140M160 68a22 22 0 1 0 0 44 22 22 0 0 0 0-44z",
  handball:
    "M20 20h280v140H20zM160 20v140M20 40c60 0 70 20 70 50s-10 50-70 50M300 40c-60 0-70 20-70 50s10 50 70 50",
  esports: "M20 160L140 20M180 160L300 20M20 60h280M20 120h280M60 160L180 20M140 160L260 20",
};

export const arena = (sport) =>
  svg(
    "svg",
    { class: "arena", viewBox: "0 0 320 180", preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
    svg("path", { d: LINES[sport] }),
  );

import { jackpotBanner } from "../casino/jackpot-banner.js";
import { swimLane } from "../casino/swim-lane.js";
import { LANES } from "../data/lanes.js";
import { h } from "../lib/h.js";

/** The casino lobby, a brand of its own. */
export const casinoPage = () => ({
  title: "Casino",
  brand: "Northbet Casino",
  slip: false,
  content: [h("h1.visually-hidden", {}, "Casino"), jackpotBanner(), ...LANES.map(swimLane)],
});

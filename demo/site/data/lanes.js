import { GAMES, gamesById, gamesOfKind } from "./games.js";

/** The swim lanes of the casino lobby, top to bottom. `location` is the reported place: `widget:type`. */
export const LANES = [
  {
    title: "Recommended for you",
    location: "swim_lane:recommended",
    games: gamesById(
      "HallOfGods",
      "AuroraRush",
      "CrystalFjord",
      "NeonSevens",
      "RouletteNoir",
      "ReefRiches",
      "OrbitDrop",
      "PhoenixFive",
      "DiceHarbour",
      "VikingTide",
      "LunarGarden",
      "CrownHeist",
    ),
  },
  { title: "Jackpots", location: "swim_lane:jackpots", games: gamesOfKind("jackpot") },
  { title: "Live casino and tables", location: "swim_lane:live", games: gamesOfKind("live", "table") },
  { title: "New this week", location: "swim_lane:new", games: [...GAMES].reverse().slice(0, 12) },
  { title: "Slots", location: "swim_lane:slots", games: gamesOfKind("slot") },
  {
    title: "From Polar Studios",
    location: "swim_lane:provider",
    games: GAMES.filter((game) => game.provider === "Polar Studios"),
  },
];

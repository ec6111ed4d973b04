const FIRST_OUTCOME = 3086187161;
const MARGIN = 1.055;

/** What a bookmaker charges for a chance: decimal odds with the margin in them, never below 1.03. */
const priceOf = (chance) => Math.max(1.03, Math.round((1 / (chance * MARGIN)) * 100) / 100);

/** The markets of a match: the result first, two more behind the "+" of its card. */
export function marketsOf(eventId, sport, index, home, away, next) {
  let number = FIRST_OUTCOME + index * 10;
  const outcome = (market) => (short, name, chance) => ({
    id: String(number++),
    eventId,
    market,
    short,
    name,
    price: priceOf(chance),
  });
  const strength = 0.2 + next() * 0.6;
  const level = sport.draw ? 0.18 + next() * 0.12 : 0;
  const over = 0.38 + next() * 0.24;
  const both = 0.4 + next() * 0.2;
  const result = outcome("Match result");
  const total = outcome("Total");
  const line = sport.goals > 20 ? sport.goals * 2 - 0.5 : sport.goals - 0.5;
  const scored = outcome("Both to score");
  return [
    {
      name: "Match result",
      outcomes: [
        result("1", home, strength * (1 - level)),
        ...(sport.draw ? [result("X", "Draw", level)] : []),
        result("2", away, (1 - strength) * (1 - level)),
      ],
    },
    {
      name: `Total ${line}`,
      outcomes: [total("Over", `Over ${line}`, over), total("Under", `Under ${line}`, 1 - over)],
    },
    {
      name: "Both to score",
      outcomes: [scored("Yes", "Both to score", both), scored("No", "Not both to score", 1 - both)],
    },
  ];
}

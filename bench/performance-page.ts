import { bytes, figures, goals, PARTS } from "./report.js";
import type { Results } from "./results.js";

/** docs/performance.md: what was measured, and how. */
export function pageOf(results: Results): string {
  const { date, rounds, machine } = results;
  const day = new Date(date).toLocaleDateString("en-GB", { dateStyle: "long" });
  const list = Object.entries(machine).map(([name, value]) => `- ${name}: ${value}`);
  return `# Performance

What the script costs a page, beside a page without a script, beside the least that watching costs, and beside what others
cost. \`npm run bench\` measures all of it and writes this page.

![Processor time with each script and without one, in four phases](pictures/performance.svg)

A page is a list of match cards, each with three prices to click. **No script** is the page alone. **Bare** is what anybody
would write by hand: one observer over all cards, one for changes of the page, one listener; it keeps nothing and sends
nothing. Snowplow (element tracking), Amplitude (autocapture), PostHog (autocapture) and autotrack (impressions) are those of
npm, with their defaults where nothing else is needed to see the cards; a server on the same machine answers all of them.
autotrack stands on a stand-in for analytics.js, which is not on npm, and tells what was seen alone; PostHog what was clicked
alone.

## The goals

What we want it to cost at most, and what it does. A ratio is that of the same round.

${goals(results)}

\`tracktag.lobby.js\` looks after the pages of 10,000 and 50,000 cards.
Within the noise means: the median is no worse than the worst round of the other.

## The figures

Each is the median of ${rounds} rounds, with the least and the most; of three for the wire and for the list that opens and
closes. They are times of the page's main thread by the
processor's own clock, so that other processes are not in them; requests are sent by other threads and processes. Each
contender has a fresh context in each round, with a cold cache; the rounds are interleaved, in an order that a seed decides.

${PARTS.map((part) => figures(results, part)).join("\n\n")}

${bytes(results)}

**Start** is all from the script's tag on for 800 ms, on a page that is already there. A **scroll** moves 60 px a frame, or
600. **Live odds** change 500 prices and 20 cards a second. **Clicks** are those of a mouse, made by the browser; what they
cost in listeners is read from a trace. The **slow processor** is throttled to a quarter; browsers tell the duration of a
click in steps of 8 ms. The **list that opens and closes** does so 100 times.

## The machine

${day}.

${list.join("\n")}
`;
}

import { costs } from "./costs.js";
import { bytes, fewer, figures, goals, PARTS, score, times } from "./report.js";
import type { Results } from "./results.js";

/** What is to be known of long lists: the parking of far elements is a script of its own. */
const lobby = ({ sizes }: Results): string =>
  sizes["tracktag.lobby.js"]
    ? `From 1,500 elements on \`tracktag.lobby.js\` parks those that are far away; the column \`data-lobby=0\` is without it.`
    : `\`tracktag.lobby.js\`, which is to look after long lists, is not built yet: the pages of 10,000 and 50,000 cards are measured
without it, and the column \`data-lobby=0\` says the same as the one beside it.`;

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

## What a page pays

${costs(results)}

These are medians of the rounds' differences, of a card list on the machine below; what else the page does is not in them. The
file itself is fetched once: its size is at the end of the figures.

## The goals

What we want it to cost at most, and what it does, in Chromium: ${score(results)} are met. A ratio is that of the same
round. Where no more is said both of its sides have in them what the page does by itself. Each verdict goes by the median.

${goals(results)}

Within the noise means: the median of the ratios is no more than the other's worst round is of the other's median, so that it
says little where the other's rounds are far apart. ${lobby(results)}

## The figures

Each is the median of ${rounds} rounds, with the least and the most${fewer(results)}. They are times of the page's main
thread by the processor's own clock, so that other processes are not in them, except where something else is said below;
requests are sent by other threads and processes. Each contender has a fresh context in each round, with a cold cache; the
rounds are interleaved, in an order that a seed decides. All but Firefox and WebKitGTK is Chromium.

${PARTS.map((part) => figures(results, part)).join("\n\n")}

${bytes(results)}

**Start** is all from the script's tag on for 800 ms, on a page that is already there. A **scroll** moves 60 px a frame, or
600. **Live odds** change 500 prices and 20 cards a second. **Clicks** are those of a mouse, made by the browser; what they
cost in listeners is read from a trace. The **slow processor** is throttled to a quarter; browsers tell the duration of a
click in steps of 8 ms. The **list that opens and closes** has 100 cards. It does so 200 times, as for so long Chromium
compiles and compacts what it has, and then 100 times more: what is left of these when the last dwell has ended and its event
was sent is shared out among 10,000 cards. A reference has four bytes; a script that keeps each card leaves 1,500.

**A target for 16 siblings** and **for each container** are other ways to leave alone what is far: one card, or the element
that says a location, stands for others, which are observed while it is within 1,800 px of the viewport. They do nothing else,
and nothing where a card stands elsewhere than what stands for it. In a list all cards have one container. In **lanes** 20 cards
each scroll sideways, and each lane says a location. tracktag makes its groups by where cards stand.

**Parsing and running the file** is read from a trace of a page without cards, in a browser process that has never seen the
file. Parsing is on whichever thread: Chromium parses most of a script on another one while it arrives. Running is the
script's own first turn on the main thread, with the functions that are compiled when they are called, and what it does at
once; nothing of what it does later.

**Firefox and WebKitGTK** tell who drives them nothing of their processor time, so the system is asked: Linux counts for each
thread how long it has run, in nanoseconds (\`/proc/PID/schedstat\`), and for each process how long all of its threads have, in
steps of 10 ms (\`/proc/PID/stat\`). Where nothing else is said, a line is the main thread of the process that runs the page,
which is found by keeping the page busy for a moment. **All threads** are those of that process, with what collects garbage and
compiles; in WebKitGTK also with what paints, without a graphics card. What other processes of the engine do is in neither:
Firefox paints in one of them. Each page has a browser of its own that is started for it, Firefox without a window and
WebKitGTK in one that no screen shows. There is no trace: what a click costs in its **listeners** is the time from the first
listener to the last, for each of its five events, by \`performance.now()\`. These browsers tell that in steps of 20 µs to
pages that are isolated from other origins, as these are. It is the clock on the wall: waiting for storage is in it, and so is
whatever else the machine does.

**The wire** is the batch of a reader: somebody opens a list of 100 matches and reads five viewports of it, ten matches each,
for 1.5 s each, with the default flush interval of 2 s. The page view leaves with the first ten impressions, the others leave
by twenty. An impression is all bytes of the requests' bodies by the number of impressions; the lines below it say what they
are: what is around the events (who, when, with what), the page view's event, the events that hold impressions without their
lists, and the lists. Together they are the first line. A click is what five clicks that come after it make of such requests,
all of their bytes.

## The machine

${day}. The time that each part took, in all rounds: ${times(results)}.

${list.join("\n")}
`;
}

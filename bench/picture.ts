import { CONTENDERS } from "./contenders.js";
import { middle, type Results } from "./results.js";
import { number } from "./table.js";

/** One group of bars. */
interface Panel {
  title: string;
  unit: string;
  part: string;
  metric: string;
}

const PANELS: Panel[] = [
  { title: "Start on 1,000 cards", unit: "ms", part: "1,000 cards", metric: "start.total" },
  {
    title: "Fast scroll of 10,000 cards, 120 frames",
    unit: "ms",
    part: "10,000 cards",
    metric: "fast.total",
  },
  { title: "Two seconds of live odds on 1,000 cards", unit: "ms", part: "1,000 cards", metric: "odds.total" },
  { title: "A click, in its listeners", unit: "µs", part: "1,000 cards", metric: "clicks.listeners" },
];

const WIDTH = 720;
const NAME = 150;
const BAR = 16;
const HEAD = 34;
/** Room for a value behind the longest bar. */
const VALUE = 90;

const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #24292f }
    .title { font-weight: 600 }
    .bar { fill: #8c959f }
    .tracktag { fill: #1a7f37 }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 }
      .tracktag { fill: #3fb950 }
    }`;

/** The bars of a panel, from `y` down: who was not measured has none. */
function panel(
  results: Results,
  { title, unit, part, metric }: Panel,
  y: number,
): { svg: string; end: number } {
  const bars = CONTENDERS.map(({ name, label }) => ({
    name,
    label,
    value: middle(results, part, metric, name),
  }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.value - b.value);
  const most = Math.max(...bars.map(({ value }) => value));
  const rows = bars.map(({ name, label, value }, index) => {
    const top = y + HEAD + index * (BAR + 6);
    const width = ((WIDTH - NAME - VALUE) * value) / most;
    return `  <text x="${NAME - 8}" y="${top + 13}" text-anchor="end">${label}</text>
  <rect class="bar ${name}" x="${NAME}" y="${top}" width="${width.toFixed(1)}" height="${BAR}" />
  <text x="${(NAME + width + 6).toFixed(1)}" y="${top + 13}">${number(value)} ${unit}</text>`;
  });
  const head = `  <text class="title" x="0" y="${y + 20}">${title}</text>`;
  return { svg: [head, ...rows].join("\n"), end: y + HEAD + bars.length * (BAR + 6) };
}

/** Processor time of each contender in four phases, as bars; ours stand out. */
export function picture(results: Results): string {
  let end = 0;
  const panels = PANELS.map((one) => {
    const drawn = panel(results, one, end);
    end = drawn.end;
    return drawn.svg;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${end + 10}" width="${WIDTH}" height="${end + 10}" role="img" aria-labelledby="title">
  <title id="title">Processor time of the page's main thread, with each script and without one: shorter is better.</title>
  <style>${STYLE}
  </style>
${panels.join("\n")}
</svg>
`;
}

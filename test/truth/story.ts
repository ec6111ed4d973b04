import { LEVEL } from "./report.js";
import type { Finding, Verdict } from "./verdict.js";

const NAMES = Object.keys(LEVEL);

/** An identity's time in one page view, a line for each span. */
function timeline({ identity, view }: Finding): string {
  const spans = view?.timelines[identity] ?? [];
  const lines = spans.map(({ level, share, before, from, to, gap }) => {
    const [begun, first, last] = [before, from, to].map(Math.round);
    return `    ${begun} < ${first} … ${last} ms: ${NAMES[level]}, ${Math.round(share * 100)} % (${Math.round(gap)} ms between samples)`;
  });
  return [`  ${identity} on ${view?.page ?? "no known page view"}`, ...lines].join("\n");
}

/** What went wrong, and after what. */
export const story = (verdict: Verdict, done: string): string =>
  [
    done,
    ...(["missed", "invented"] as const).flatMap((kind) =>
      verdict[kind].length
        ? [`${kind} ${verdict[kind].length}:`, ...verdict[kind].slice(0, 5).map(timeline)]
        : [],
    ),
  ].join("\n");

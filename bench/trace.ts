import type { Session } from "./session.js";

/** One entry of a trace. Source: the Trace Event Format. */
interface Entry {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Wall and processor time, µs. */
  dur?: number;
  tdur?: number;
  args: {
    /** Of a thread. */
    name?: string;
    data?: { type?: string; url?: string; frames?: { url: string; processId: number }[] };
  };
}

/** Something that a page's thread has done. */
export interface Span {
  name: string;
  /** Of an event's dispatch, its type; of a script, its address. */
  of: string;
  /** Processor time, with all that is inside of it. */
  ms: number;
}

const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"];

/** The main thread, or all of the page's process. */
type Threads = "main thread" | "all threads";

/** The spans of the process in which the page runs: the browser's own pages have one each. */
function spansIn(entries: Entry[], url: string, threads: Threads): Span[] {
  const frames = entries.flatMap(({ args }) => args.data?.frames ?? []);
  const pid = frames.find((frame) => frame.url === url)?.processId;
  const main = entries.find((entry) => entry.pid === pid && entry.args.name === "CrRendererMain");
  if (!main) throw new Error(`the trace has no page ${url}`);
  return entries
    .filter(({ ph, pid }) => ph === "X" && pid === main.pid)
    .filter(({ tid }) => threads === "all threads" || tid === main.tid)
    .map(({ name, args, dur = 0, tdur = dur }) => ({
      name,
      of: args.data?.type ?? args.data?.url ?? "",
      ms: tdur / 1000,
    }));
}

/** Traces what the page does until `action` resolves. */
export async function spansOf(
  { browser, page }: Session,
  action: () => Promise<unknown>,
  threads: Threads = "main thread",
): Promise<Span[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await action();
  const trace = await browser.stopTracing();
  return spansIn(JSON.parse(trace.toString()).traceEvents, page.url(), threads);
}

/** The longest of those spans, ms. */
export const longest = (spans: Span[]): number => Math.max(0, ...spans.map(({ ms }) => ms));

export const sum = (spans: Span[]): number => spans.reduce((total, { ms }) => total + ms, 0);

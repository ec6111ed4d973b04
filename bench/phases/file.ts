import type { Phase } from "../session.js";
import { load } from "../tab.js";
import { spansOf, sum } from "../trace.js";

/**
 * What the file itself costs by a browser that has never seen it, ms of processor time: `parse` is its compilation, most
 * of which Chromium does on another thread while the file arrives; `run` is its first run on the main thread, with the
 * functions that are compiled as they are called.
 */
export const file: Phase = async (session) => {
  const spans = await spansOf(
    session,
    async () => {
      await load(session);
      await session.evaluate("bench.settle()");
    },
    "all threads",
  );
  const ms = (name: string): number =>
    sum(spans.filter((span) => span.name === name && span.of.endsWith(session.contender.src)));
  const compiled = ms("v8.compile");
  const parse = ms("v8.parseOnBackground") + compiled;
  // The main thread's part of the compilation is inside of it.
  const run = ms("EvaluateScript") - compiled;
  return { parse, run, total: parse + run };
};

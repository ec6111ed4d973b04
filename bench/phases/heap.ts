import type { CDPSession } from "@playwright/test";
import type { Phase } from "../session.js";

/** What is in use once all that is unused is gone, KB: JavaScript's heap and Blink's, where observers are. */
export async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send("HeapProfiler.collectGarbage");
  const usage = (await cdp.send("Runtime.getHeapUsage")) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
  };
  return (usage.usedSize + (usage.embedderHeapUsedSize ?? 0)) / 1024;
}

export const heap: Phase = async ({ cdp }) => ({ used: await heapOf(cdp) });

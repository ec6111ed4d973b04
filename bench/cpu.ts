import type { CDPSession } from "@playwright/test";

/** What the main thread has done in a phase, ms of its own processor time: what other processes did is not in it. */
export interface Cpu {
  total: number;
  [more: string]: number;
}

async function metrics(cdp: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Measures what happens until `action` resolves. `script` is what of it is JavaScript. */
export async function cpuOf(cdp: CDPSession, action: () => Promise<unknown>): Promise<Cpu> {
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await metrics(cdp);
  await action();
  const after = await metrics(cdp);
  await cdp.send("Performance.disable");
  const spent = (name: string) => 1000 * ((after[name] ?? 0) - (before[name] ?? 0));
  return { total: spent("TaskDuration"), script: spent("ScriptDuration") };
}

import type { Level, Span } from "../report.js";

/** Adds a sample to a timeline: to its last span, or as a new one where the level has changed. */
export function addSample(spans: Span[], level: Level, share: number, before: number, now: number): void {
  const last = spans.at(-1);
  if (last?.level !== level) {
    spans.push({ level, share, before, from: now, to: now, gap: 0 });
    return;
  }
  last.gap = Math.max(last.gap, now - last.to);
  last.to = now;
}

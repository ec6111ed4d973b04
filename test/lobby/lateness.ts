import { expect } from "@playwright/test";
import type { WireEvent } from "../../src/types.js";
import { lastsLonger } from "../truth/bounds.js";
import type { EnginePage } from "../truth/engines/engine.js";
import type { Report } from "../truth/report.js";
import { identitiesOf, isImpression, viewOf } from "../truth/verdict.js";

/** What the page has noted beside the sampler, ms of its clock. */
interface Notes {
  timeOrigin: number;
  /** Each as it was captured: impressions that travel together have one time. */
  events: WireEvent[];
  frames: number[];
}

/** Notes it. Stands before the script. */
export const NOTES = `<script>
  const notes = { timeOrigin: performance.timeOrigin, events: [], frames: [] };
  window.tracktag = [["subscribe", ({ stage, event }) => stage === "captured" && notes.events.push(event)]];
  const noteFrame = (at) => { notes.frames.push(at); requestAnimationFrame(noteFrame) };
  noteFrame(0);
</script>`;

/** The dwell of the rule `mrc`, ms. */
const DWELL = 1000;

/**
 * How many frames may pass until a second begins: three is what was measured, most of them one. Frames are counted, not
 * ms: where the machine is busy they are late for everybody.
 */
const FRAMES = 6;

/**
 * Expects that what came into view since a moment, and stayed, began its second at once. A rest is longer than the
 * dwell: without this some tenths of a second would pass.
 */
export async function expectPrompt(tab: EnginePage, reports: Report[], since: number): Promise<void> {
  const { timeOrigin, events, frames } = await tab.evaluate<Notes>("notes");
  const late = events.filter(isImpression).flatMap((event) => {
    const begun = Date.parse(event.timestamp) - timeOrigin - DWELL;
    return identitiesOf(event).flatMap((identity) => {
      const span = lastsLonger(viewOf(reports.flat(), event)?.timelines[identity] ?? []);
      if (!span || span.from < since) return [];
      const passed = frames.filter((frame) => frame > span.from && frame < begun).length;
      const ms = Math.round(begun - span.from);
      return passed > FRAMES ? [`${identity}: ${passed} frames, ${ms} ms`] : [];
    });
  });
  expect(late, "began late").toEqual([]);
}

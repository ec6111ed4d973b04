import type { Report } from "../report.js";
import { finishFrames, listenAbove } from "./frames.js";
import { createSampler } from "./sampler.js";
import { targets } from "./targets.js";

/** The script that every page of the suite loads first, in every frame. */

/** Where a document leaves its report when it goes: the next one of the tab hands it in. */
const PREFIX = "truth:";
const OWN = PREFIX + performance.timeOrigin;

const sampler = createSampler();

const ofOthers = (): Report[] =>
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(PREFIX) && key !== OWN)
    .map((key) => JSON.parse(sessionStorage.getItem(key) ?? "[]"));

/** Ends the sampling and the tracking in one breath, and tells what was seen. */
async function finish(): Promise<Report[]> {
  sampler.end();
  const { tracktag } = window;
  const stopped = tracktag && "stop" in tracktag ? tracktag.stop() : undefined;
  const frames = await finishFrames();
  await stopped;
  const documents = window === top ? ofOthers() : [];
  return [...documents, sampler.report, ...frames];
}

addEventListener("pagehide", () => {
  sampler.pause();
  if (window === top) sessionStorage.setItem(OWN, JSON.stringify(sampler.report));
});

listenAbove(sampler.setVisible, finish);
Object.assign(window, { truth: { finish, targets } });

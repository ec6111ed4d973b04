import { LEVEL, type Level, type Report, type View } from "../report.js";
import { areaOf, type Box, intersection } from "./box.js";
import { clickOn, identitiesOf, SEEN } from "./content.js";
import { tellFrames } from "./frames.js";
import { geometryOf } from "./mrc.js";
import { paintOf } from "./painted.js";
import { rectOf } from "./rect.js";
import { addSample } from "./timeline.js";
import { deep } from "./tree.js";
import { visibleBox } from "./visible-box.js";

/** Between two samples, ms: the first frame that is due. */
const INTERVAL = 50;

/** Below this opacity something fades in or out. */
const FAINT = 0.5;

/** What the page is called in events: the path, and a hash that is a route. */
const pageName = () => location.pathname + (/^#[/!].*$/.exec(location.hash)?.[0] ?? "");

/** This document's viewport, without its scrollbars. */
function windowBox(): Box {
  const { clientWidth, clientHeight } = document.documentElement;
  return { left: 0, top: 0, right: clientWidth, bottom: clientHeight };
}

/** Looks at geometry and style, and knows nothing of the script that it is to judge. */
export function createSampler() {
  const report: Report = [];
  let view: View;
  let url = "";
  let last = performance.now();
  let isEnded = false;
  /** What is visible of this document, where it is a frame: nothing, until its parent has told. */
  let visible: Box | undefined = window === top ? undefined : { left: 0, top: 0, right: 0, bottom: 0 };

  function beginView(): void {
    url = location.href;
    view = { page: pageName(), start: performance.timeOrigin + performance.now(), timelines: {}, clicks: [] };
    report.push(view);
  }

  function lookAt(element: Element, viewport: Box): { level: Level; share: number } {
    const area = areaOf(rectOf(element));
    const seen = areaOf(visibleBox(element, viewport));
    const level = geometryOf(area, seen, areaOf(windowBox()));
    const paint = level && paintOf(element);
    const limit = paint >= FAINT ? level : paint > 0 ? LEVEL.faint : LEVEL.unpainted;
    return { level: level && limit, share: seen / area || 0 };
  }

  function sample(isShown = !document.hidden): void {
    if (isEnded) return;
    // A navigation begins a page view, whoever made it.
    if (location.href !== url) beginView();
    const now = performance.now();
    const own = windowBox();
    const viewport = visible ? intersection(own, visible) : own;
    const found = new Map<string, { level: Level; share: number }>();
    for (const element of isShown ? deep(document, SEEN) : []) {
      const look = lookAt(element, viewport);
      // The same content may stand in several places: the best of them is seen.
      for (const identity of identitiesOf(element))
        if (look.level >= (found.get(identity)?.level ?? 0)) found.set(identity, look);
    }
    for (const identity of new Set([...found.keys(), ...Object.keys(view.timelines)])) {
      const { level, share } = found.get(identity) ?? { level: LEVEL.out, share: 0 };
      view.timelines[identity] ??= [];
      addSample(view.timelines[identity], level, share, last, now);
    }
    last = now;
    tellFrames(viewport);
  }

  function onFrame(): void {
    if (isEnded) return;
    if (location.href !== url || performance.now() - last >= INTERVAL) sample();
    requestAnimationFrame(onFrame);
  }

  function onClick(event: MouseEvent): void {
    const click = clickOn(event.composedPath() as Element[]);
    if (click && event.button < 2)
      view.clicks.push({ ...click, at: performance.timeOrigin + performance.now() });
  }

  beginView();
  onFrame();
  for (const type of ["click", "auxclick"])
    addEventListener(type, (event) => onClick(event as MouseEvent), true);
  // No frame comes while the document is hidden: nothing is in view from the one change to the other.
  addEventListener("visibilitychange", () => sample(false));
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) beginView();
  });

  return {
    report,
    setVisible(box: Box): void {
      visible = box;
    },
    /** Takes a sample in which nothing is in view, where the page ends or goes to rest. */
    pause: () => sample(false),
    /** Takes the last sample. */
    end(): void {
      sample();
      isEnded = true;
    },
  };
}

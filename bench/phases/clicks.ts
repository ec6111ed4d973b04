import { click } from "../points.js";
import type { Phase } from "../session.js";
import type { Measured } from "../tab.js";
import { spansOf, sum } from "../trace.js";

const TIMES = 200;

/** The events of a click that reach listeners. */
export const TYPES = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];

/**
 * 200 clicks of a mouse. `listeners` is what one costs in listeners and in the microtasks that end them, µs: the visitor
 * waits for that. What comes later, such as a request, is in the other figures.
 */
export const clicks: Phase = async (session) => {
  let cpu: Measured = {};
  const spans = await spansOf(session, async () => {
    cpu = await session.cpu(() => click(session, TIMES));
  });
  const dispatched = spans.filter(({ name, of }) => name === "EventDispatch" && TYPES.includes(of));
  return { ...cpu, listeners: (sum(dispatched) / TIMES) * 1000 };
};

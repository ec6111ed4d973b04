import { attempt } from "./attempt.js";

/**
 * Listens, in the capture phase unless asked not to: the page may stop what it likes. What ends it joins the core's
 * `stops`.
 */
export const listen = (
  core: { stops: (() => void)[] },
  target: EventTarget,
  types: string,
  handler: (event: never) => void,
  isCapture = true,
): void =>
  types.split(" ").forEach((type) => {
    const listener = (event: Event) => attempt(() => handler(event as never), `${type}: `);
    target.addEventListener(type, listener, isCapture);
    core.stops.push(() => target.removeEventListener(type, listener, isCapture));
  });

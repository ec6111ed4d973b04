import { attempt } from "./attempt.js";

/** Listens in the capture phase: the page may stop what it likes. What ends it joins `stops`. */
export const listen = (
  stops: (() => void)[],
  target: EventTarget,
  types: string,
  handler: (event: never) => void,
): void =>
  types.split(" ").forEach((type) => {
    const listener = (event: Event) => attempt(() => handler(event as never), `${type}: `);
    target.addEventListener(type, listener, true);
    stops.push(() => target.removeEventListener(type, listener, true));
  });

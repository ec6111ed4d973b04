/** Listens in the capture phase: the page may stop what it likes. What ends it joins `stops`. */
export const listen = (
  stops: (() => void)[],
  target: EventTarget,
  types: string,
  handler: (event: never) => void,
): void =>
  types.split(" ").forEach((type) => {
    target.addEventListener(type, handler as EventListener, true);
    stops.push(() => target.removeEventListener(type, handler as EventListener, true));
  });

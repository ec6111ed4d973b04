/** Listens in the capture phase, and never holds up scrolling. Returns what ends it. */
export function listen(target: EventTarget, types: string, handler: (event: never) => void): () => void {
  const each = (method: "addEventListener" | "removeEventListener") => {
    for (const type of types.split(" "))
      target[method](type, handler as EventListener, { capture: true, passive: true });
  };
  each("addEventListener");
  return () => each("removeEventListener");
}

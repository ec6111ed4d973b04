import type { Phase } from "../session.js";
import { load } from "../tab.js";
import { heapOf } from "./heap.js";

/** What a list of 100 cards leaves behind that was opened and closed 100 times: KB of heap, nodes, detached trees. */
export const leak: Phase = async (session) => {
  const { page, cdp } = session;
  // Until the last dwell has ended, after 1 s, and all was sent: 2 s after the first that waited.
  const toggle = (times: number) => page.evaluate(`bench.toggle(${times}).then(() => bench.rest(2500))`);
  const look = async () => {
    const heap = await heapOf(cdp);
    const { metrics } = await cdp.send("Performance.getMetrics");
    return { heap, nodes: metrics.find(({ name }) => name === "Nodes")?.value ?? NaN };
  };
  await cdp.send("Performance.enable");
  await load(session);
  // What is made once is no leak.
  await toggle(10);
  const before = await look();
  await toggle(100);
  const after = await look();
  await cdp.send("DOM.enable");
  const { detachedNodes } = await cdp.send("DOM.getDetachedDomNodes");
  return {
    heap: after.heap - before.heap,
    nodes: after.nodes - before.nodes,
    detached: detachedNodes.length,
  };
};

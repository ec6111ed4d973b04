import type { Phase } from "../session.js";
import { load } from "../tab.js";
import { heapOf } from "./heap.js";

/** How often the list is opened and closed, and how many cards it has. */
const TIMES = 100;
const CARDS = 100;

/** What a list of cards leaves behind that was opened and closed: heap, bytes for each card; nodes, detached trees. */
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
  // What is made once is no leak: for two hundred times Chromium compiles and compacts, with any script and without one.
  await toggle(2 * TIMES);
  const before = await look();
  await toggle(TIMES);
  const after = await look();
  await cdp.send("DOM.enable");
  const { detachedNodes } = await cdp.send("DOM.getDetachedDomNodes");
  return {
    heap: (1024 * (after.heap - before.heap)) / (TIMES * CARDS),
    nodes: after.nodes - before.nodes,
    detached: detachedNodes.length,
  };
};

import { saveVisitor } from "../context/session.js";
import type { Core } from "../core.js";
import { toJson } from "../lib/json.js";
import { stamp } from "../lib/stamp.js";
import type { Item } from "../types.js";
import { isEvent } from "./queue.js";

/** The request body for these items, which are of one visit. */
export const toBody = (core: Core, items: Item[]): string => {
  saveVisitor(core);
  const drops = Object.entries(core.drops)
    .map(([reason, count]) => [reason, count - (core.toldDrops[reason] ?? 0)])
    .filter(([, count]) => count);
  const records = items.map(({ visit: _, key: __, size: ___, ...record }) => record);
  return toJson({
    v: 1,
    sent_at: stamp().timestamp,
    ...items[0]?.visit,
    device_type: core.deviceType,
    platform: "web",
    // Without its suffix where the browser cannot tell what is covered: it was not measured.
    viewability:
      "isVisible" in IntersectionObserverEntry.prototype
        ? core.options.viewability
        : core.options.viewability.split("+")[0],
    events: records.filter(isEvent),
    identify: records.filter((record) => !isEvent(record)),
    dropped: drops[0] && Object.fromEntries(drops),
  });
};

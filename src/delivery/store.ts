import type { Core } from "../core.js";
import { toJson } from "../lib/json.js";
import { keys, read, remove, write } from "../lib/storage.js";
import type { Item } from "../types.js";

/**
 * The queue on disk: a click outlives its page and a crash. Each page has a store of its own, which is one key, and
 * holds a Web Lock of its name. It waits for the locks of the other stores that it finds: who gets one inherits what is
 * in it. Without locks (insecure contexts, Safari before 15.4) all stays in memory.
 */
export const STORE = "tracktag.q.";

/** Keeps what waits, for this page or a later one. Written before the browser does anything else. */
export function save(core: Core): void {
  // Several impressions count at once: one write for all, in the microtask that ends the listener.
  if (navigator.locks && !core.isSaving)
    queueMicrotask(() => {
      const kept = [...core.items].filter(({ visit }) => visit);
      if (kept[0]) write(core.store, toJson(kept));
      else remove(core.store);
      core.isSaving = false;
    });
  core.isSaving = true;
}

/** Owns its items until the page is left, and inherits those that pages before it have left. */
export function openStore(core: Core, inherit: (core: Core, item: Item) => void): void {
  // Opaque origins may not have any locks.
  for (const name of new Set([core.store, ...keys(STORE)]))
    navigator.locks
      ?.request(name, () => {
        if (name === core.store) return new Promise<void>((resolve) => (core.release = resolve));
        const left = read(name);
        remove(name);
        // Others may have written there: what is no item costs none of the rest.
        for (const item of Array.isArray(left) ? left : []) if (item?.id) inherit(core, item);
        return undefined;
      })
      .catch(() => {});
}

import type { Core } from "../core.js";
import { toJson } from "../lib/json.js";
import { keys, read, remove, write } from "../lib/storage.js";
import type { Item } from "../types.js";

/**
 * The queue on disk: a click outlives its page and a crash. Each item has a key of its own, so that a click costs the
 * same however much waits; the keys of a page begin with the name of its store, of which it holds a Web Lock. It waits
 * for the locks of the other stores that it finds: who gets one inherits what is in it, where it lies. Without locks
 * (insecure contexts, Safari before 15.4) all stays in memory.
 */
export const STORE = "tracktag.q.";

/** What the number of an item is counted from: so that names sort like numbers. */
const FIRST = 1e6;

/** Keeps an item while it waits, for this page or a later one. Written before the browser does anything else. */
export const save = (core: Core, item: Item): void => {
  if (!navigator.locks || !item.visit) return;
  item.key ??= core.store + (FIRST + core.serial++);
  // One that several others join at once is written once, in the microtask that ends the listener.
  if (!core.unsaved.size)
    queueMicrotask(() => {
      for (const item of core.unsaved)
        if (core.items.has(item)) {
          const text = toJson({ ...item, size: undefined });
          if (write(item.key as string, text)) item.size = text.length;
        } else remove(item.key as string);
      core.unsaved.clear();
    });
  core.unsaved.add(item);
};

/** Whether all of them outlive the page: none does where there are no locks, or storage is full. */
export const isStored = (items: Item[]): boolean => items.every(({ key }) => read(`${key}`));

/** Owns its items until the page is left, and inherits those that pages before it have left. */
export const openStore = (core: Core, inherit: (core: Core, item: Item) => void): void => {
  if (core.release) return;
  const left = new Promise<void>((resolve) => (core.release = resolve));
  for (const name of new Set([core.store, ...keys(STORE).map((key) => key.slice(0, core.store.length))]))
    navigator.locks
      ?.request(name, () => {
        for (const key of name === core.store ? [] : keys(name).sort()) {
          const item = read(key) as Item | null;
          // Others may have written there: what is no item costs none of the rest.
          if (!item?.id) remove(key);
          else {
            item.key = key;
            inherit(core, item);
          }
        }
        return left;
      })
      // Opaque origins may not have any locks.
      .catch(() => {});
};

import { toJson } from "../lib/json.js";
import { keys, read, remove, write } from "../lib/storage.js";
import { uuid } from "../lib/uuid.js";
import type { Item } from "../types.js";

export interface Store {
  /** Keeps the item for this page or a later one, until it is removed. Written before the browser does anything else. */
  keep(item: Item): void;
  discard(item: Item): void;
  /** Owns its items, and inherits those that pages before it have left. */
  open(): void;
  /** The page ends, for now: what is left is for others to inherit. */
  release(): void;
}

const PREFIX = "tracktag.q.";

/**
 * The queue on disk, one key an item: a click outlives its page and a crash. Each page has a store of its own and
 * holds a Web Lock of its name. It waits for the locks of the other stores that it finds: who gets one inherits what
 * is in it. Without locks (insecure contexts, Safari before 15.4) all stays in memory.
 */
export function createStore(inherit: (item: Item) => void): Store {
  const { locks } = navigator as { locks?: LockManager };
  const own = PREFIX + uuid();
  /** With a number that sorts: storage has no order of its own. */
  const keyOf = new Map<Item, string>();
  const unsaved = new Set<Item>();
  let count = 1e9;
  let release = (): void => {};

  /** Runs while the page holds the lock, once it is free. Opaque origins may not have any. */
  const withLock = (name: string, action: () => unknown) => locks?.request(name, action).catch(() => {});

  function saveAll(): void {
    for (const item of unsaved) write(keyOf.get(item) as string, toJson(item));
    unsaved.clear();
  }

  return {
    keep(item) {
      if (!locks) return;
      if (!keyOf.has(item)) keyOf.set(item, `${own}.${count++}.${item.id}`);
      unsaved.add(item);
      // Several impressions join a group at once: one write for all, in the microtask that ends the listener.
      queueMicrotask(saveAll);
    },
    discard(item) {
      unsaved.delete(item);
      remove(keyOf.get(item) ?? own);
      keyOf.delete(item);
    },
    open() {
      withLock(own, () => new Promise<void>((resolve) => (release = resolve)));
      for (const name of new Set(keys(PREFIX).map((key) => key.slice(0, own.length))))
        if (name !== own)
          withLock(name, () => {
            for (const key of keys(name).sort()) {
              const item = read(key) as Item | undefined;
              remove(key);
              if (item?.id) inherit(item);
            }
          });
    },
    release: () => release(),
  };
}

import { toJson } from "../lib/json.js";
import type { Storage } from "../lib/storage.js";
import { uuid } from "../lib/uuid.js";
import type { Item } from "../types.js";

export interface Store {
  /** Keeps the item until it is removed, for this page or a later one. Written before the browser does anything else. */
  save(item: Item): void;
  remove(item: Item): void;
  /** Owns its items, and inherits those that pages before it have left. */
  open(): void;
  /** The page ends, for now: what is left is for others to inherit. */
  close(): void;
}

const PREFIX = "tracktag.q.";

/**
 * The queue on disk, one key an item: a click outlives its page and a crash. Each page has a store of its own and
 * holds a Web Lock of its name. It waits for the locks of the other stores that it finds: who gets one inherits what
 * is in it. Without locks (insecure contexts, Safari before 15.4) all stays in memory.
 */
export function createStore(storage: Storage, inherit: (item: Item) => void): Store {
  const { locks } = navigator as { locks?: LockManager };
  const own = PREFIX + uuid();
  const keyOf = ({ record }: Item): string => `${own}.${record.id}`;
  const unsaved = new Set<Item>();
  let release = (): void => {};

  /** Runs while the page holds the lock, once it is free. Opaque origins may not have any. */
  const withLock = (name: string, action: () => unknown) =>
    locks?.request(name, async () => action()).catch(() => {});

  function saveAll(): void {
    for (const item of unsaved)
      item.saved = storage.write(keyOf(item), toJson({ record: item.record, visit: item.visit }));
    unsaved.clear();
  }

  function adopt(name: string): void {
    for (const key of storage.keys(name)) {
      const item = storage.read(key) as Item | undefined;
      if (item?.record?.id) inherit(item);
      storage.remove(key);
    }
  }

  return {
    save(item) {
      // Several impressions join a group at once: one write for all, in the microtask that ends the listener.
      if (locks && !unsaved.size) queueMicrotask(saveAll);
      unsaved.add(item);
    },
    remove(item) {
      unsaved.delete(item);
      if (item.saved) storage.remove(keyOf(item));
    },
    open() {
      withLock(own, () => new Promise<void>((resolve) => (release = resolve)));
      for (const name of new Set(storage.keys(PREFIX).map((key) => key.slice(0, own.length))))
        if (name !== own) withLock(name, () => adopt(name));
    },
    close: () => release(),
  };
}

import { toJson } from "../lib/json.js";
import { keys, read, remove, write } from "../lib/storage.js";
import { uuid } from "../lib/uuid.js";
import type { Item } from "../types.js";

export interface Store {
  /** Keeps what is queued for this page or a later one. Written before the browser does anything else. */
  keep(): void;
  /** Owns what is kept, and inherits what pages before it have left. */
  open(): void;
  /** The page ends, for now: what is left is for others to inherit. */
  release(): void;
}

const PREFIX = "tracktag.q.";

/**
 * The queue on disk: a click outlives its page and a crash. Each page has a key of its own and holds a Web Lock of its
 * name. It waits for the locks of the other keys that it finds: who gets one inherits what is there. Without locks
 * (insecure contexts, Safari before 15.4) all stays in memory.
 *
 * @param queued what is to be kept, in the order of its capture
 */
export function createStore(queued: () => Item[], inherit: (item: Item) => void): Store {
  const { locks } = navigator as { locks?: LockManager };
  const own = PREFIX + uuid();
  let release = (): void => {};

  /** Runs while the page holds the lock, once it is free. Opaque origins may not have any. */
  const withLock = (name: string, action: () => unknown) => locks?.request(name, action).catch(() => {});

  return {
    keep() {
      // Several impressions join a group at once: in the microtask that ends the listener.
      if (locks) queueMicrotask(() => (queued()[0] ? write(own, toJson(queued())) : remove(own)));
    },
    open() {
      withLock(own, () => new Promise<void>((resolve) => (release = resolve)));
      for (const name of keys(PREFIX))
        if (name !== own)
          withLock(name, () => {
            const left = read(name) as Item[];
            remove(name);
            for (const item of left) if (item?.id) inherit(item);
          });
    },
    release: () => release(),
  };
}

import type { Root } from "./lib/root.js";
import type { Options } from "./options.js";
import type { Hook, Item, Listener, Stats, Visitor, WireEvent } from "./types.js";

/**
 * Sends a batch, of which `body` is the form for the relay. While the page is visible the answer is read; when it is
 * hidden or ends the browser takes what it can, and that is said at once. Returns what has become of the batch, as the
 * stage and the reason; nothing for several that are too much.
 */
export type Send = (core: Core, body: string, batch: Item[], isHidden: boolean) => string | Promise<string>;

/** The state of one tracker: all that its parts know of each other. */
export interface Core {
  /** `desktop`, `mobile` or `tablet`. */
  deviceType: string;
  options: Options;
  hooks: Hook[];
  listeners: Listener[];

  /** Whether it has begun, which a prerendering page waits for, or was stopped; undefined before the start. */
  isActive?: boolean;
  /** `granted`, `required` or `denied`; empty until the page or the options say. */
  permission: string;
  /** The logged-in user. */
  knownUser: string | null;
  /** The visitor, as far as this browser knows; empty until consent lets us look. */
  visitor: Partial<Visitor>;

  /** What ends the features that capture. */
  stops: (() => void)[];
  /** The page's document, and what `scan` has been given. */
  roots: Set<Root>;
  /** Those that stand in the page, in shadow roots, too. */
  dialogs: Set<Element>;
  /** The identities of what has counted in this page view, or before it where that excludes it. */
  counted: Record<string, boolean>;
  /** The elements of a scope that have an attribute, by its name and in their order, until the page changes. */
  lists: Record<string, Map<Node, Element[]>>;
  /** The name that `page()` has given to this page view. */
  pageName?: string;
  /** The reported URL of this page view. */
  url?: string;

  /** What waits for its delivery, in the order of its capture. */
  items: Set<Item>;
  /** The impressions that others may join, by all that these have to share with them. */
  groups: Map<string, WireEvent>;
  counts: Pick<Stats, "captured" | "merged" | "sent">;
  drops: Record<string, number>;
  /** What the relay has been told of them. */
  toldDrops: Record<string, number>;
  /** An item is new, or has changed. */
  changed(item: Item): void;

  /** The name of this page's store, and what gives it up. */
  store: string;
  release?: (() => void) | undefined;
  /** How many items it has had. */
  serial: number;
  /** Items that are about to be written, or removed. */
  unsaved: Set<Item>;

  /** How what is queued leaves; there is a way from the start on. */
  send?: Send | undefined;
  timer?: ReturnType<typeof setTimeout> | undefined;
  /** The delivery that goes on. */
  running: Promise<void>;
  /** What is in a request whose answer is awaited. */
  underWay: Item[];
  /** Deliveries that have failed since the last that did not. */
  failures: number;
}

/** Whether anything may be stored or sent. */
export const isOpen = (core: Core): unknown => core.isActive && core.permission === "granted";

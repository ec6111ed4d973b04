import type { Core } from "../../src/core.js";
import { type GivenOptions, type Options, setOptions } from "../../src/options.js";

/** The state of a tracker that nobody has started: what it captures waits in its queue. */
export function idleCore(given: GivenOptions = {}): Core {
  const options = { channel: "desktop", brand: "Northbet" } as Options;
  setOptions(options, { endpoint: "/t", ...given });
  return {
    deviceType: "desktop",
    options,
    hooks: [],
    listeners: [],
    permission: "required",
    knownUser: "1",
    visitor: {},
    stops: [],
    roots: new Set(),
    dialogs: new Set(),
    counted: {},
    lists: {},
    pageName: "/page",
    items: new Set(),
    groups: new Map(),
    counts: { captured: 0, merged: 0, sent: 0 },
    drops: {},
    toldDrops: {},
    changed() {},
    store: "",
    serial: 0,
    unsaved: new Set(),
    running: Promise.resolve(),
    underWay: [],
    failures: 0,
  };
}

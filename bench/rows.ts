/** What is measured where there is no trace. */
const ANYWHERE = {
  "start.total": "start, ms",
  "start.process": "start, all threads, ms",
  "slow.total": "slow scroll, 120 frames, ms",
  "slow.process": "slow scroll, all threads, ms",
  "fast.total": "fast scroll, 120 frames, ms",
  "fast.process": "fast scroll, all threads, ms",
  "clicks.total": "100 clicks, ms",
  "clicks.process": "100 clicks, all threads, ms",
  "clicks.listeners": "a click in its listeners, µs",
};

const GUARDED = {
  "start.total": "start, ms",
  "slow.total": "slow scroll, 120 frames, ms",
  "fast.total": "fast scroll, 120 frames, ms",
};

/** What a part's table shows, in this order: a metric, and what it is called. */
export const ROWS: Record<string, Record<string, string>> = {
  "1,000 cards": {
    "start.total": "start, ms",
    "start.script": "start, in script, ms",
    "start.longest": "its longest task, ms",
    "heap.used": "heap of the page, KB",
    "read.total": "reading three viewports, ms",
    "idle.total": "a second in which nothing happens, ms",
    "slow.total": "slow scroll, 120 frames, ms",
    "fast.total": "fast scroll, 120 frames, ms",
    "odds.total": "live odds, 2 s, ms",
    "odds.script": "live odds, in script, ms",
    "clicks.total": "200 clicks, ms",
    "clicks.listeners": "a click in its listeners, µs",
  },
  "10,000 cards": {
    "start.total": "start, ms",
    "start.script": "start, in script, ms",
    "start.longest": "its longest task, ms",
    "heap.used": "heap of the page, KB",
    "slow.total": "slow scroll, 120 frames, ms",
    "fast.total": "fast scroll, 120 frames, ms",
  },
  "10,000 cards in a list": GUARDED,
  "10,000 cards in lanes": GUARDED,
  "50,000 cards": {
    "start.total": "start, ms",
    "start.script": "start, in script, ms",
    "start.longest": "its longest task, ms",
    "fast.total": "fast scroll, 120 frames, ms",
  },
  "1,000 cards in Firefox": ANYWHERE,
  "1,000 cards in WebKitGTK": ANYWHERE,
  "an empty page": {
    "file.parse": "parsing the file, cold cache, ms",
    "file.run": "running it, ms",
    "file.total": "both, ms",
  },
  "a slow processor": {
    "inp.worst": "the worst click of 40, ms",
    "inp.mean": "the mean of them, ms",
  },
  "the wire": {
    "wire.impression": "an impression, bytes",
    "wire.envelope": "of these: around the events",
    "wire.pageview": "the page view",
    "wire.event": "events of impressions, without what was seen",
    "wire.ids": "what was seen",
    "wire.batch": "impressions in a request",
    "wire.click": "a click, bytes",
    "wire.requests": "requests a flush",
  },
  "a link": { "navigation.delay": "from the click to the navigation, ms" },
  "a list that opens and closes": {
    "leak.heap": "heap that is left of a card, bytes",
    "leak.nodes": "nodes that are left",
    "leak.detached": "detached nodes",
  },
};

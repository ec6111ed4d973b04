import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { internalNames } from "../../scripts/internal-names.mjs";
import { CONTEXT } from "../../src/attributes.js";
import { OPTIONS } from "../../src/options.js";

const names = internalNames();

/** Others read these: the relay, storage, pages, the browser. */
const PUBLIC = {
  envelope: [
    "v",
    "sent_at",
    "session_id",
    "anonymous_id",
    "device_type",
    "platform",
    "viewability",
    "events",
    "identify",
  ],
  event: [
    "id",
    "timestamp",
    "event_type",
    "user_id",
    "data",
    "traits",
    "unset_traits",
    "selections",
    "previous_location",
    "user",
    "location",
    "widget",
    "position",
  ],
  storage: ["visit", "last", "seen"],
  news: ["stage", "event", "reason", "captured", "merged", "sent", "queued", "dropped"],
  commands: [
    "init",
    "identify",
    "track",
    "page",
    "consent",
    "scan",
    "flush",
    "beforeSend",
    "subscribe",
    "stats",
    "stop",
    "push",
  ],
  dictionaries: [
    "checkOpacity",
    "checkVisibilityCSS",
    "threshold",
    "childList",
    "subtree",
    "attributeFilter",
    "priority",
    "signal",
    "method",
    "body",
  ],
  browser: [
    "userAgentData",
    "platform",
    "mobile",
    "maxTouchPoints",
    "navigation",
    "prerendering",
    "globalPrivacyControl",
    "locks",
    "shadowRoot",
    "host",
  ],
  answer: ["errors", "code", "message"],
  context: CONTEXT,
  options: Object.keys(OPTIONS),
};

describe("names that the minifier may shorten", () => {
  test.each(Object.entries(PUBLIC))("none of the %s", (_, list) => {
    expect(names.filter((name) => (list as string[]).includes(name))).toEqual([]);
  });

  test("with direct mode none of what backends are sent, or answer", () => {
    const theirs = ["items", "url", "ids", "errors", "status", "events", "ec", "page", "source", "rejected"];
    expect(internalNames("src/direct.ts").filter((name) => theirs.includes(name))).toEqual([]);
    expect(names).toContain("items");
  });

  test("some are left, and the build shortens them", () => {
    expect(names).toContain("knownUser");
    const script = readFileSync(new URL("../../dist/tracktag.js", import.meta.url), "utf8");
    expect(script).not.toContain("knownUser");
  });
});

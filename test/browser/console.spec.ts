import type { Tracker } from "../../src/tracker.js";
import { MESSAGES, patternOf } from "../support/console-messages.js";
import { expect, test } from "../support/fixtures.js";
import type { PageParts } from "../support/page.js";

interface Mistake {
  parts?: PageParts;
  /** What is answered in the place of a file, or of the relay. */
  answers?: { path: string; status: number; body?: string };
  /** What the page does. */
  act?: (tracker: Tracker) => unknown;
}

/** What makes each message, by the message as docs/console.md has it. */
const MISTAKES: Record<string, Mistake> = {
  'bad option NAME: "VALUE"': { parts: { tag: { consent: "grantd" } } },
  "no endpoint": { parts: { tag: { endpoint: undefined } }, act: (tracker) => tracker.init({}) },
  "init: started already": { act: (tracker) => tracker.init({ endpoint: "/t" }) },
  "BACKEND needs tracktag.direct.js": { parts: { tag: { destination: "sportradar" } } },
  "BACKEND needs OPTIONS": {
    parts: {
      script: "/tracktag.direct.js",
      tag: { destination: "sportradar", endpoint: "https://tracker.example" },
    },
  },
  "no FILE: ERROR": {
    parts: { tag: { debug: "" } },
    answers: { path: "/tracktag.inspector.js", status: 404 },
  },
  'bad data-track-NAME: "VALUE"': { parts: { body: '<div class="box" data-track-game=""></div>' } },
  "bad TYPE: ERROR": { act: (tracker) => tracker.track("clicks:outcome", { event_id: "1" }) },
  "bad command COMMAND": { act: (tracker) => tracker.push(["indentify", "520535"]) },
  "bad identify USER": { act: (tracker) => tracker.identify("5".repeat(257)) },
  "beforeSend: no event came back": {
    act: (tracker) => {
      tracker.beforeSend((() => undefined) as never);
      tracker.track("users:login");
    },
  },
  "beforeSend: ERROR": {
    act: (tracker) => {
      tracker.beforeSend(() => {
        throw Error("no");
      });
      tracker.track("users:login");
    },
  },
  "subscribe: ERROR": {
    act: (tracker) => {
      tracker.subscribe(() => {
        throw Error("no");
      });
      tracker.track("users:login");
    },
  },
  "no relay at URL": {
    answers: { path: "/t", status: 200, body: "<h1>Home</h1>" },
    act: (tracker) => tracker.track("users:login"),
  },
  "events lost: STATUS": {
    answers: { path: "/t", status: 403 },
    act: (tracker) => tracker.track("users:login"),
  },
  "event refused: CODE, MESSAGE": {
    act: (tracker) => {
      tracker.beforeSend((event) => ({ ...event, event_type: "users:log-in" }));
      tracker.track("users:login");
    },
  },
};

const OURS = "tracktag: ";

test.use({ rejections: null });

test("docs/console: each message has a mistake that makes it", () => {
  expect(MESSAGES).toEqual(Object.keys(MISTAKES));
});

for (const [message, { parts = {}, answers, act: action }] of Object.entries(MISTAKES))
  test(`docs/console: ${message}`, async ({ visit, page, messages }) => {
    if (answers)
      await page.route(`**${answers.path}`, (route) =>
        route.fulfill({ status: answers.status, body: answers.body ?? "" }),
      );
    await visit(parts);
    await page.waitForFunction(() => window.tracktag && "stats" in window.tracktag);
    if (action) await page.evaluate(`(${action})(window.tracktag)`);
    const said = () =>
      messages.filter((text) => text.startsWith(OURS)).map((text) => text.slice(OURS.length));
    await expect.poll(() => said().map((text) => patternOf(message).test(text))).toEqual([true]);
  });

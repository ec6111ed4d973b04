import type { Command } from "../../../src/commands.js";
import { expect, test } from "../../support/fixtures.js";

/** A command that is malformed, and what its message names. */
const WRONG: [title: string, command: unknown, names: RegExp][] = [
  ["an unknown command", ["indentify", "1"], /indentify/],
  ["a name of Object.prototype", ["constructor", "1"], /constructor/],
  ["a method that is no command", ["push", ["track", "custom"]], /push/],
  ["no name", [], /command/],
  ["not a list", "nonsense", /nonsense/],
  ["null", null, /command/],
  ["a number", 7, /command/],
  ["identify without a user", ["identify"], /identify/],
  ["identify with a number", ["identify", 520535], /identify/],
  ["identify with a user of more than 256 characters", ["identify", "x".repeat(257)], /identify/],
  ["identify with traits that are no object", ["identify", "1", "vip"], /identify/],
  ["identify with unset traits that are no list", ["identify", "1", {}, "trial"], /identify/],
  ["track without a type", ["track"], /track/],
  ["track with a type that is no text", ["track", {}], /track/],
  ["track with data that is no object", ["track", "custom", "text"], /track/],
  ["track with data that is a list", ["track", "custom", [1]], /track/],
  ["track with null as data", ["track", "custom", null], /track/],
  ["page with a name that is no text", ["page", 7], /page/],
  ["consent without an answer", ["consent"], /consent/],
  ["consent with a text", ["consent", "false"], /consent/],
  ["scan of nothing", ["scan"], /scan/],
  ["scan of an object that is no root", ["scan", {}], /scan/],
  ["beforeSend without a function", ["beforeSend", {}], /beforeSend/],
  ["subscribe without a function", ["subscribe"], /subscribe/],
  ["init with a text", ["init", "/t"], /init/],
];

test("a malformed command is reported once, by name, does nothing, and harms nothing else", async ({
  visit,
  page,
  flushed,
  messages,
}) => {
  await visit({ tag: { "user-id": "1", "flush-interval": "600000" } });
  for (const [title, command, names] of WRONG) {
    messages.length = 0;
    const push = (command: unknown) => window.tracktag?.push(command as Command, command as Command);
    const thrown = await page.evaluate(push, command).catch((error) => error);
    expect.soft(thrown, title).not.toBeInstanceOf(Error);
    await page.evaluate((title) => window.tracktag?.push(["track", "custom", { title }]), title);
    expect.soft(messages, title).toEqual([expect.stringMatching(names)]);
  }
  const events = await flushed();
  expect(events.map(({ data, user_id }) => [data.title, user_id])).toEqual(
    WRONG.map(([title]) => [title, "1"]),
  );
});

test("malformed commands among those of before the load harm none of them", async ({
  visit,
  flushed,
  messages,
}) => {
  await visit({
    head: `<script>(window.tracktag ||= []).push(null, ["identfy", "1"], "x", ["track", "custom", { n: 1 }], [], ["track", "custom", { n: 2 }])</script>`,
  });
  expect((await flushed()).map(({ data }) => data.n)).toEqual([1, 2]);
  expect(messages.length).toBeGreaterThanOrEqual(2);
  expect(messages.filter((text) => text.includes("identfy"))).toHaveLength(1);
});

test("malformed methods are reported, too, and throw nothing into the page", async ({
  visit,
  page,
  messages,
}) => {
  await visit({});
  await page.evaluate(() => {
    const tracker = window.tracktag as unknown as Record<string, (...args: unknown[]) => unknown>;
    tracker.identify?.({});
    tracker.track?.();
    tracker.scan?.("body");
  });
  expect(messages).toHaveLength(3);
});

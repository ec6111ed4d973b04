import { UAParser } from "ua-parser-js";
import { describe, expect, test } from "vitest";
import { detectDevice } from "../../src/context/device.js";
import { CASES } from "./device.cases.js";
import { CORPUS } from "./device.corpus.js";
import { DISAGREEMENTS } from "./device.disagreements.js";

const ours = (userAgent: string) => {
  const { channel, deviceType } = detectDevice({ userAgent, maxTouchPoints: 0 });
  return `${channel}/${deviceType}`;
};

const SYSTEMS: Record<string, string> = { iOS: "ios", Android: "android", "Mac OS": "mac" };

/** ua-parser-js's answer in our words: televisions, consoles and the like are `desktop`, whatever they run. */
const theirs = (userAgent: string) => {
  const { os, device } = UAParser(userAgent);
  const { type = "desktop" } = device;
  const system = SYSTEMS[os.name ?? ""] ?? "desktop";
  return ["mobile", "tablet", "desktop"].includes(type) ? `${system}/${type}` : "desktop/desktop";
};

describe("against ua-parser-js", () => {
  const all = [...new Set([...CORPUS, ...CASES.map(([, { userAgent }]) => userAgent)])];

  test("the corpus is large and covers each system and type", () => {
    expect(CORPUS.length).toBeGreaterThan(1_900);
    const parsed = CORPUS.map((userAgent) => UAParser(userAgent));
    for (const system of ["Android", "iOS", "Mac OS", "Windows", "Linux", "Chromium OS"])
      expect(parsed.filter(({ os }) => os.name === system).length, system).toBeGreaterThan(10);
    for (const answer of ["ios/mobile", "ios/tablet", "android/mobile", "android/tablet", "mac/desktop"])
      expect(CORPUS.filter((userAgent) => theirs(userAgent) === answer).length, answer).toBeGreaterThan(15);
  });

  test("every disagreement is listed, and every listed one exists", () => {
    const found = all
      .filter((userAgent) => ours(userAgent) !== theirs(userAgent))
      .map((userAgent) => `${ours(userAgent)} not ${theirs(userAgent)}: ${userAgent}`);
    const listed = DISAGREEMENTS.flatMap(({ ours, theirs, userAgents }) =>
      userAgents.map((userAgent) => `${ours} not ${theirs}: ${userAgent}`),
    );
    expect(found.sort()).toEqual(listed.sort());
  });
});

describe("what ordinary traffic seldom holds", () => {
  test.each(CASES)("%s", (_, says, channel, deviceType) => {
    expect(detectDevice({ maxTouchPoints: 0, ...says })).toEqual({ channel, deviceType });
  });
});

import { expect } from "@playwright/test";
import { gamesOf } from "../support/events.js";
import type { TestRelay } from "../support/relay.js";
import type { EnginePage } from "./engines/engine.js";

const LAST = "last";

/**
 * Shows one more element, and waits until it has counted: what was in view before has had its time. Returns the games
 * that have counted, sorted.
 */
export async function countedAfterDwell(tab: EnginePage, relay: TestRelay): Promise<unknown[]> {
  await tab.evaluate(`document.body.insertAdjacentHTML("afterbegin",
    '<div data-track-game="${LAST}" style="position: fixed; bottom: 0; width: 9px; height: 9px"></div>')`);
  await expect.poll(() => gamesOf(relay.events())).toContain(LAST);
  return gamesOf(relay.events()).filter((id) => id !== LAST);
}

import type { Core, Send } from "../core.js";
import { attempt } from "../lib/attempt.js";
import { report } from "../lib/report.js";
import type { Item } from "../types.js";
import { settle } from "./queue.js";
import { conclude, retry } from "./sender.js";
import { isStored } from "./store.js";
import type { Wire } from "./wire.js";

/** How long an answer may take, ms. */
export const PATIENCE = 30_000;

/** Answers after which the same request would be refused again. */
const FINAL = /4(0[013]|1[035]|22)/;

/** To the relay. A string travels as `text/plain`, which needs no CORS preflight. */
export const relay: Wire = ({ destination }) =>
  destination === "relay" ? send : void report(`${destination} needs tracktag.direct.js`);

const send: Send = (core, body, batch, isHidden) =>
  isHidden ? beacon(core, body, batch) : post(core, body, batch);

const post = async (core: Core, body: string, batch: Item[]): Promise<string> => {
  let response: Response | undefined;
  core.underWay = batch;
  try {
    response = await fetch(core.options.endpoint, {
      method: "POST",
      body,
      priority: "low", // after what the visitor waits for
      signal: AbortSignal.timeout?.(PATIENCE), // Safari has it from 16
    } as RequestInit);
    const { accepted, errors } = await response.json();
    // Many sites answer everything with 200 and their home page: only a relay counts.
    if (response.ok && accepted >= 0) {
      for (const { id, code, message } of errors ?? []) {
        report(`event refused: ${code}, ${message}`);
        settle(
          core,
          batch.filter((item) => item.id === id),
          "dropped",
          "rejected",
        );
      }
      conclude(core, 0);
      core.underWay = [];
      return "sent";
    }
  } catch {}
  core.underWay = [];
  const status = response ? `http_${response.status}` : "network";
  if (/413/.test(status) && batch[1]) return "";
  if (FINAL.test(status)) {
    report(`events lost: ${status}`);
    return `dropped ${status}`;
  }
  if (response?.ok) report(`no relay at ${core.options.endpoint}`);
  retry(core, response);
  return `failed ${status}`;
};

/**
 * All of the page shares 64 KiB for beacons. One that fails says nothing: while deliveries fail, what is safe in
 * storage stays there.
 */
const beacon = ({ failures, options }: Core, body: string, batch: Item[]): string => {
  if (failures && isStored(batch)) return "kept";
  if (attempt(() => navigator.sendBeacon(options.endpoint, body))) return "sent";
  return batch[1] ? "" : "kept";
};

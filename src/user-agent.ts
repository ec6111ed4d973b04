import { UAParser } from "ua-parser-js";
import type { DeviceDetail } from "./types.js";

/** Where ua-parser-js has each member of the detail. */
const PLACES = {
  browser: ["browser", "name"],
  browser_version: ["browser", "version"],
  engine: ["engine", "name"],
  engine_version: ["engine", "version"],
  os: ["os", "name"],
  os_version: ["os", "version"],
  vendor: ["device", "vendor"],
  model: ["device", "model"],
} as const satisfies Record<keyof DeviceDetail, readonly [part: string, member: string]>;

/** The members of the detail. */
export const DEVICE_MEMBERS = Object.keys(PLACES) as (keyof DeviceDetail)[];

/** What a `User-Agent` tells of a device, in the words of ua-parser-js 1.x. What it does not tell is undefined. */
export function deviceOf(userAgent: string): DeviceDetail {
  const told = UAParser(userAgent) as unknown as Record<string, Record<string, string | undefined>>;
  return Object.fromEntries(
    Object.entries(PLACES).map(([name, [part, member]]) => [name, told[part]?.[member]]),
  );
}

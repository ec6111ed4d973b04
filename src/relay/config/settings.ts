import { DESTINATIONS } from "../../destinations/index.js";
import { settingsOf } from "./destination-settings.js";
import { KINDS } from "./kinds.js";
import type { Setting } from "./setting.js";

/** Every setting of the relay. Flags, environment, configuration file, help and the operator's guide follow it. */
export const SETTINGS: Setting[] = [
  {
    path: "port",
    env: "TRACKTAG_PORT",
    flag: "--port <number>",
    kind: KINDS.port,
    default: 8787,
    help: "where it listens; 0 picks a free port",
  },
  {
    path: "host",
    env: "TRACKTAG_HOST",
    flag: "--host <address>",
    kind: KINDS.text,
    default: "127.0.0.1",
    help: "the address it listens on",
  },
  {
    path: "dataDir",
    env: "TRACKTAG_DATA_DIR",
    flag: "--data-dir <folder>",
    kind: KINDS.text,
    default: "./.tracktag",
    help: "where its store lies",
  },
  {
    path: "path",
    env: "TRACKTAG_PATH",
    flag: "--path <path>",
    kind: KINDS.path,
    default: "/t",
    help: "where batches are posted to",
  },
  {
    path: "origins",
    env: "TRACKTAG_ORIGINS",
    flag: "--origins <list>",
    kind: KINDS.origins,
    default: [],
    help: "origins that may post, beside the same origin",
  },
  {
    path: "rateLimit",
    env: "TRACKTAG_RATE_LIMIT",
    flag: "--rate-limit <number>",
    kind: KINDS.count,
    default: 1000,
    help: "requests a second and address; 0: no limit",
  },
  {
    path: "trustProxy",
    env: "TRACKTAG_TRUST_PROXY",
    flag: "--trust-proxy",
    kind: KINDS.flag,
    default: false,
    help: "take the visitor's address and host from X-Forwarded-For and X-Forwarded-Host",
  },
  {
    path: "logLevel",
    env: "TRACKTAG_LOG_LEVEL",
    flag: "--log-level <level>",
    kind: KINDS.logLevel,
    default: "info",
    help: "debug, info, warn, error or silent",
  },
  {
    path: "demo",
    env: "TRACKTAG_DEMO",
    flag: "--demo",
    kind: KINDS.flag,
    default: false,
    help: "serve the demo pages and the live stream of what arrives",
  },
  {
    path: "destinations",
    env: "TRACKTAG_DESTINATIONS",
    flag: "--destinations <list>",
    kind: KINDS.destinations,
    default: [],
    help: `the backends to forward to: ${Object.keys(DESTINATIONS).join(", ")}`,
  },
  ...Object.values(DESTINATIONS).flatMap(settingsOf),
];

/** The destination that a setting belongs to, if any. */
export const groupOf = ({ path }: Setting): string | undefined => path.split(".").slice(0, -1)[0];

import { SPORTRADAR_URL } from "../../destinations/sportradar.js";
import { KINDS, type Kind } from "./kinds.js";

export interface Setting {
  /** Its path in the configuration file. What comes before a dot is the destination that it belongs to. */
  path: string;
  env: string;
  /** Its flag, with the value's name; a secret has none, for other users of a machine can read command lines. */
  flag?: string;
  kind: Kind;
  default?: unknown;
  /** Its destination does not start without it. */
  needed?: true;
  /** Never quoted; may also stand in a file whose name is in the variable of this name and `_FILE`. */
  secret?: true;
  help: string;
}

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
    help: "the backends to forward to: sportradar",
  },
  {
    path: "sportradar.url",
    env: "SPORTRADAR_URL",
    flag: "--sportradar-url <url>",
    kind: KINDS.url,
    default: SPORTRADAR_URL,
    help: "the full URL of its endpoint",
  },
  {
    path: "sportradar.token",
    env: "SPORTRADAR_TOKEN",
    kind: KINDS.header,
    needed: true,
    secret: true,
    help: "bearer token",
  },
  {
    path: "sportradar.clientId",
    env: "SPORTRADAR_CLIENT_ID",
    flag: "--sportradar-client-id <name>",
    kind: KINDS.header,
    needed: true,
    help: "the group that the users belong to",
  },
  {
    path: "sportradar.authenticationMethod",
    env: "SPORTRADAR_AUTHENTICATION_METHOD",
    flag: "--sportradar-authentication-method <method>",
    kind: KINDS.authenticationMethod,
    help: "vaix or iam; not sent unless set",
  },
  {
    path: "sportradar.times",
    env: "SPORTRADAR_TIMES",
    flag: "--sportradar-times",
    kind: KINDS.flag,
    default: false,
    help: "add timestamp and tracktag_id to data",
  },
  {
    path: "sportradar.concurrency",
    env: "SPORTRADAR_CONCURRENCY",
    flag: "--sportradar-concurrency <number>",
    kind: KINDS.concurrency,
    default: 32,
    help: "requests at a time",
  },
  {
    path: "sportradar.timeout",
    env: "SPORTRADAR_TIMEOUT",
    flag: "--sportradar-timeout <ms>",
    kind: KINDS.ms,
    default: 10_000,
    help: "ms for a whole request",
  },
  {
    path: "sportradar.probeInterval",
    env: "SPORTRADAR_PROBE_INTERVAL",
    flag: "--sportradar-probe-interval <ms>",
    kind: KINDS.ms,
    default: 30_000,
    help: "ms between two tries while the credentials are refused",
  },
];

/** The destination that a setting belongs to, if any. */
export const groupOf = ({ path }: Setting): string | undefined => path.split(".").slice(0, -1)[0];

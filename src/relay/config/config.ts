import type { Filter } from "../../destinations/filter.js";
import type { ConfigOf, DestinationName } from "../../destinations/index.js";
import type { LogLevel } from "../log.js";

/** How fast a destination is called. */
export interface Pace {
  /** Requests at a time. */
  concurrency: number;
  /** Records in a request, at most. */
  batch?: number;
  /** Requests a second, at most; 0: no limit. */
  rate: number;
  /** ms for a whole request. */
  timeout: number;
  /** ms before the first retry, at most; and between two tries of a record. */
  firstRetry: number;
  longestRetry: number;
  /** ms between two tries while the backend refuses the credentials. */
  probeInterval: number;
}

/** The settings of the relay itself. */
interface OwnConfig {
  host: string;
  /** 0 picks a free port. */
  port: number;
  dataDir: string;
  /** Where batches are posted to. */
  path: string;
  /** Origins that may post, beside the same origin. */
  origins: string[];
  /** Requests a second and address; 0: no limit. */
  rateLimit: number;
  /** Whether `X-Forwarded-For` and `X-Forwarded-Host` are a proxy's word. */
  trustProxy: boolean;
  logLevel: LogLevel;
  /** Serves the demo's pages and its live stream. */
  demo: boolean;
  destinations: DestinationName[];
  /** Not settings: the folders of the built scripts and of the demo's pages. */
  scripts: string;
  demoPages: string;
}

/** Each is present where it is one of `destinations`. */
type DestinationConfigs = { [Name in DestinationName]: ConfigOf<Name> & Pace & Filter };

/** The relay's settings, under the names that they have in the configuration file. */
export type RelayConfig = OwnConfig & DestinationConfigs;

/** The settings as a caller gives them; what is left out has its default. */
export type RelayOptions = Partial<Omit<RelayConfig, DestinationName>> & {
  [Name in DestinationName]?: Partial<RelayConfig[Name]>;
};

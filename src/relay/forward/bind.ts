import type { Destination, OutboundRecord, Plan } from "../../destinations/destination.js";
import { type Filter, filtered } from "../../destinations/filter.js";
import { DESTINATIONS, type DestinationName } from "../../destinations/index.js";
import type { DestinationSetting } from "../../destinations/setting.js";
import { deviceOf } from "../../user-agent.js";
import { redactor } from "./redact.js";

/** A destination that knows its configuration. */
export interface BoundDestination
  extends Pick<Destination<unknown>, "name" | "profiles" | "exact" | "rulings"> {
  /** Records a request, at most. */
  batch: number;
  /** While requests are under way, fewer than this wait a moment for others. */
  least: number;
  requests(records: OutboundRecord[]): Plan;
  /** A text of the backend's without our secrets: an answer may repeat the request. */
  redact(text: string): string;
}

/** @param config what the settings of this destination amount to; they have been checked */
export function bind(name: DestinationName, config: Filter & { batch?: number }): BoundDestination {
  const destination = DESTINATIONS[name] as unknown as Destination<unknown>;
  const { profiles, exact, device, pace } = destination;
  const { batch = pace.batch } = config;
  const isSecret = (key: string) => (destination.settings as Record<string, DestinationSetting>)[key]?.secret;
  const redact = redactor(Object.entries(config).flatMap(([key, value]) => (isSecret(key) ? value : [])));
  return {
    name,
    profiles,
    exact,
    batch,
    least: Math.min(pace.least ?? 1, batch),
    redact,
    rulings(request, status, body) {
      const rulings = [...destination.rulings(request, status, body)];
      return new Map(
        rulings.map(([id, { verdict, reason }]) => [id, { verdict, reason: reason && redact(reason) }]),
      );
    },
    requests(records) {
      const wanted = records.flatMap((record) => filtered(record, config) ?? []);
      const told = device ? wanted.map(withDevice) : wanted;
      const { requests, skipped } = destination.requests(told, config);
      const meant = new Set(wanted.map(({ id }) => id));
      const others = records.filter(({ id }) => !meant.has(id)).map(({ id }) => id);
      return { requests, skipped: [...others, ...skipped] };
    },
  };
}

/** The device as the page has told it, else by its `User-Agent`: derived anew each time, so that no store has it. */
const withDevice = (record: OutboundRecord): OutboundRecord => ({
  ...record,
  device: record.device ?? deviceOf(record.user_agent ?? ""),
});

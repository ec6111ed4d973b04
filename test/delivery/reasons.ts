import type { FaultProxy } from "./fault-proxy.js";
import type { Entry, Ledger } from "./ledger.js";

/** Why an event is lost, the surest first; undefined: not for this reason. */
export const REASONS: Record<
  string,
  (entry: Entry, ledger: Ledger, proxy: FaultProxy) => string | undefined
> = {
  dropped: ({ stage, reason }) => (stage === "dropped" ? reason : undefined),
  // The contract: what the browser took as a beacon counts as sent. Without a fault on its way it must arrive.
  "beacon met a fault": ({ id, during, stage, isUnheard }, _, { unheard }) =>
    unheard.get(id) ?? (during === "offline" && stage === "sent" && isUnheard ? "offline" : undefined),
  // Endangered is what was in neither storage afterwards.
  "browser killed": ({ id }, { endangered }) => (endangered.get(id) === "browser killed" ? "" : undefined),
  "renderer crashed": ({ id }, { endangered }) =>
    endangered.get(id) === "renderer crashed" ? "" : undefined,
};

/** As `reason` or `reason: what it met`; undefined where code could run, and nothing excuses the loss. */
export function reasonOf(entry: Entry, ledger: Ledger, proxy: FaultProxy): string | undefined {
  for (const [name, applies] of Object.entries(REASONS)) {
    const detail = applies(entry, ledger, proxy);
    if (detail !== undefined) return detail ? `${name}: ${detail}` : name;
  }
  return undefined;
}

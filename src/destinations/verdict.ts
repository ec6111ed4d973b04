import type { OutboundRequest, Ruling, Verdict } from "./destination.js";

/** 4xx that say "not now" rather than "never": request timeout, too early, too many requests (RFC 9110, 8470, 6585). */
const PASSING = new Set([408, 425, 429]);

/** What an HTTP status means where the backend's answer says no more than that. */
export const verdict = (status: number): Verdict => {
  if (status >= 200 && status < 300) return "delivered";
  if (status >= 500 || PASSING.has(status)) return "retry";
  // A redirect is an address that is configured wrongly: somebody has to mend it, as with refused credentials.
  if (status < 400 || status === 401 || status === 403) return "paused";
  return "refused";
};

/** The same ruling for each record of the request. */
export const forAll = ({ ids }: OutboundRequest, ruling: Ruling): Map<string, Ruling> =>
  new Map(ids.map((id) => [id, ruling]));

/** The rulings of a backend whose answers say no more than their status. */
export const byStatus = (request: OutboundRequest, status: number): Map<string, Ruling> =>
  forAll(request, { verdict: verdict(status) });

import { toJson } from "../lib/json.js";
import type { OutboundRequest } from "./destination.js";

/** A request with a JSON body. Headers without a value are left out. */
export const post = (
  url: string,
  headers: Record<string, string | undefined>,
  body: unknown,
  ids: string[],
): OutboundRequest => {
  const given = Object.entries(headers).filter(([, value]) => value);
  return {
    method: "POST",
    url,
    headers: { "content-type": "application/json", ...(Object.fromEntries(given) as Record<string, string>) },
    body: toJson(body),
    ids,
  };
};

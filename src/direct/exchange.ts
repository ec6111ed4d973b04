import { PATIENCE } from "../delivery/relay.js";
import type { OutboundRequest } from "../destinations/destination.js";

/** What the bodies of all `keepalive` requests under way may have in bytes: 64 KiB, less what others on the page need. */
const QUOTA = 60_000;

/** What a request counts beside its body, so that there are never more of them than the browser takes. */
const OVERHEAD = 200;

/** An answer that was read to its end. */
export interface Answer {
  response: Response;
  /** Its body. */
  said: string;
}

/** The requests of one tracker. */
export interface Exchange {
  /** Whether the browser takes one more that outlives the page. */
  hasRoom(request: OutboundRequest): boolean;
  /**
   * Resolves to nothing on a time-out, a reset, and whatever else leaves the outcome unknown.
   *
   * @param headers beside those of the browser
   * @param outlives whether the request is to outlive the page, where there is room
   */
  send(
    request: OutboundRequest,
    headers: Record<string, string>,
    outlives: boolean,
  ): Promise<Answer | undefined>;
}

/** In bytes, at most: the page may have a `Blob` or a `TextEncoder` of its own. */
const sizeOf = ({ body }: OutboundRequest): number => body.replace(/[^ -~]/g, "xxx").length + OVERHEAD;

export const createExchange = (): Exchange => {
  let load = 0;
  const hasRoom = (request: OutboundRequest): boolean => load + sizeOf(request) < QUOTA;

  return {
    hasRoom,
    async send(request, headers, outlives) {
      const keepalive = outlives && hasRoom(request);
      const size = keepalive ? sizeOf(request) : 0;
      load += size;
      try {
        const response = await fetch(request.url, {
          method: "POST",
          headers,
          body: request.body,
          keepalive,
          // A redirect turns it into a GET, whose answer would say nothing of it.
          redirect: "error",
          // The page's address is no business of a backend's, whatever the page's policy.
          referrerPolicy: "origin",
          priority: "low",
          signal: AbortSignal.timeout?.(PATIENCE),
        } as RequestInit);
        return { response, said: await response.text() };
      } catch {
        return undefined;
      } finally {
        load -= size;
      }
    },
  };
};

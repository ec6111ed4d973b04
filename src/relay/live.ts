import type { Verdict } from "../destinations/destination.js";
import type { IdentifyRecord, Visit, WireEvent } from "../types.js";
import type { RejectedRecord } from "./validate.js";

/** What the demo's drawer is told, one message for each. Times are ISO 8601. */
export type LiveMessage =
  | { kind: "received"; at: string; visit: Visit; event: WireEvent }
  | { kind: "identify"; at: string; visit: Visit; identify: IdentifyRecord }
  | { kind: "rejected"; at: string; errors: RejectedRecord[] }
  | {
      kind: "forward";
      at: string;
      destination: string;
      ids: string[];
      verdict: Verdict | "skipped";
      status: number;
      /** What the backend said, or what went wrong with the connection. */
      reason: string;
    };

export interface Live {
  publish(message: LiveMessage): void;
  /** A `text/event-stream` of what is published from now on. */
  stream(): ReadableStream<Uint8Array>;
  /** Ends all streams. */
  close(): void;
}

/** A reader that is this many messages behind is let go; EventSource comes back by itself. */
const BEHIND = 1000;

/** Proxies close a stream that says nothing, ms. */
const HEARTBEAT = 15_000;

/** The hub of the demo's live stream. */
export function createLive(): Live {
  const readers = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  const send = (text: string) => {
    const chunk = encoder.encode(text);
    for (const reader of readers) {
      reader.enqueue(chunk);
      if ((reader.desiredSize ?? 0) < -BEHIND) {
        readers.delete(reader);
        reader.close();
      }
    }
  };
  const heartbeat = setInterval(() => send(":\n\n"), HEARTBEAT).unref();
  return {
    publish(message) {
      if (readers.size) send(`data: ${JSON.stringify(message)}\n\n`);
    },
    stream() {
      let own: ReadableStreamDefaultController<Uint8Array>;
      return new ReadableStream({
        start(controller) {
          own = controller;
          readers.add(own);
          own.enqueue(encoder.encode("retry: 1000\n\n"));
        },
        cancel() {
          readers.delete(own);
        },
      });
    },
    close() {
      clearInterval(heartbeat);
      for (const reader of readers) reader.close();
      readers.clear();
    },
  };
}

import { once } from "node:events";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { forward, relayed } from "../support/forward.js";
import type { Sink } from "./sink.js";

/** How long an answer takes on a slow road, ms. */
export const LATENCY = 10_000;

/** A request from the browser, on its way to the sink. */
export interface Exchange {
  incoming: IncomingMessage;
  response: ServerResponse;
  body: Buffer;
  /** Where the sink listens at that moment. */
  url(): string;
  sink: Sink;
  /** The sink has accepted it. */
  accepted(): void;
  /** Resolves when faults are over. */
  healed: Promise<void>;
  /** They are. */
  isOver(): boolean;
}

const pass = async ({ url, incoming, body, response, accepted }: Exchange) => {
  const answered = await forward(url(), incoming, body);
  if (answered.statusCode && answered.statusCode < 300) accepted();
  // Where a connection is used again and breaks, Chromium tries once more by itself: each fault is to be felt.
  relayed(answered, response, { connection: "close" });
};

const reset = ({ incoming }: Exchange) => void incoming.socket.resetAndDestroy();

/** What can become of a request between the browser and the sink. */
export const FAULTS = {
  pass,
  /** The connection breaks before the sink gets anything. */
  reset,
  /** The connection breaks when the sink has half of it. */
  async cut(exchange: Exchange) {
    const { url, incoming, body } = exchange;
    const half = request(url(), { method: incoming.method, headers: incoming.headers });
    half.on("error", () => {});
    await new Promise((resolve) => half.write(body.subarray(0, body.length >> 1), resolve));
    half.destroy();
    reset(exchange);
  },
  /** The sink takes it, and the connection breaks before its answer. */
  async lost(exchange: Exchange) {
    const answered = await forward(exchange.url(), exchange.incoming, exchange.body);
    await buffer(answered);
    exchange.accepted();
    reset(exchange);
  },
  /** The sink gets all of it and is killed before it answers: whether it was kept is decided by a race. */
  async killed(exchange: Exchange) {
    const { url, incoming, body, sink, isOver } = exchange;
    const sent = request(url(), { method: incoming.method, headers: incoming.headers }).end(body);
    sent.on("error", () => {});
    await once(sent, "finish");
    await sink.kill();
    // It was started before it was killed.
    if (isOver()) await sink.start();
    reset(exchange);
  },
  /** It goes on ten seconds later. */
  async slow(exchange: Exchange) {
    await new Promise((resolve) => setTimeout(resolve, LATENCY));
    await pass(exchange);
  },
  /** Nothing happens until faults are over; then the connection breaks. */
  async hang(exchange: Exchange) {
    await exchange.healed;
    reset(exchange);
  },
} as const;

export type Fault = keyof typeof FAULTS;

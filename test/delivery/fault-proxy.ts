import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { FAULTS, type Fault } from "./faults.js";
import type { Sink } from "./sink.js";

/** Below this path another script of the page sends what nobody answers. */
export const OTHERS = "/others";

/** Stands between the browser and the sink. */
export interface FaultProxy {
  /** Where the page sends to. */
  url: string;
  /** Decides about each request; the default is `pass`. */
  fault(): Fault;
  /** How many requests have met each fault. */
  met: Partial<Record<Fault, number>>;
  /** The bodies of all requests with events, in bytes. */
  bytes: number;
  /** How often the sink has accepted each id. */
  accepted: Map<string, number>;
  /** The events of beacons that have met a fault, or a sink that does not listen, and what they have met. */
  unheard: Map<string, Fault | "relay down">;
  /** From now on all passes; what hangs breaks. */
  heal(): void;
  /** Resolves when no request is under way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** @param idsIn the ids of the events in a request's body */
export async function startFaultProxy(sink: Sink, idsIn: (body: Buffer) => string[]): Promise<FaultProxy> {
  const underWay = new Set<Promise<void>>();
  // However many requests hang.
  const healing = new EventEmitter().setMaxListeners(0);
  const server = createServer((incoming, response) => {
    const exchange = answer(incoming, response)
      .catch(() => void incoming.socket.resetAndDestroy())
      .finally(() => underWay.delete(exchange));
    underWay.add(exchange);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault: () => "pass",
    met: {},
    bytes: 0,
    accepted: new Map(),
    unheard: new Map(),
    heal() {
      proxy.fault = () => "pass";
      healing.emit("healed");
    },
    async idle() {
      while (underWay.size) await Promise.all(underWay);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const isOthers = incoming.url?.startsWith(OTHERS);
    const fault = isOthers ? "hang" : proxy.fault();
    proxy.met[fault] = (proxy.met[fault] ?? 0) + 1;
    const ids = isOthers ? [] : idsIn(body);
    if (ids.length) proxy.bytes += body.length;
    const accepted = () => {
      for (const id of ids) proxy.accepted.set(id, (proxy.accepted.get(id) ?? 0) + 1);
    };
    const url = () => `${sink.url}${incoming.url}`;
    const unheard = (met: Fault | "relay down") => {
      if (incoming.headers["sec-fetch-mode"] === "no-cors") for (const id of ids) proxy.unheard.set(id, met);
    };
    if (fault !== "pass") unheard(fault);
    let isOver = false;
    const healed = once(healing, "healed").then(() => {
      isOver = true;
    });
    try {
      await FAULTS[fault]({ incoming, response, body, url, sink, accepted, healed, isOver: () => isOver });
    } catch (error) {
      unheard(fault === "pass" ? "relay down" : fault);
      throw error;
    }
  }

  return proxy;
}

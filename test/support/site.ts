import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Envelope } from "../../src/types.js";
import { forward, relayed } from "./forward.js";
import { type PageParts, toHtml } from "./page.js";

/** A POST to the collect path, as it came from the browser. */
export interface Post {
  /** Made by `sendBeacon`; else by `fetch`. */
  isBeacon: boolean;
  contentType: string;
  text: string;
  envelope: Envelope;
}

/**
 * What becomes of a POST. `pass`: the relay gets it. `lost`: the relay gets it, and the connection breaks before the
 * answer. `reset`: the connection breaks before the relay gets it. A status: that is the answer, and the relay gets nothing.
 */
export type Fate = "pass" | "lost" | "reset" | { status: number; headers?: Record<string, string> };

/** The operator's web server: serves the test's pages and files, and passes everything else on to the relay. */
export interface Site {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  /** The same server on another origin: `http://localhost:PORT`. */
  otherOrigin: string;
  /** Every POST to the collect path, whatever became of it, in the order of arrival. */
  posts: Post[];
  /** The methods and paths of all requests: `GET /tracktag.js`. */
  requests: string[];
  /** Decides about each POST to the collect path; the default is `pass`. */
  fate(post: Post, index: number): Fate | Promise<Fate>;
  /** Serves a page. */
  page(path: string, parts: PageParts, headers?: Record<string, string>): void;
  /** Serves a file; its type is told by its extension. */
  file(path: string, text: string, headers?: Record<string, string>): void;
  /** By path: where it is passed on to, and the headers that are added on the way. */
  proxies: Map<string, { url: string; headers: Record<string, string> }>;
  /** Where everything else is passed on to. */
  relayUrl: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = { js: "text/javascript", css: "text/css" };

/** Starts on a free port of every loopback name. Any host name reaches it for whoever uses it as an HTTP proxy. */
export async function startSite(): Promise<Site> {
  const files = new Map<string, { text: string; headers: Record<string, string> }>([
    ["/favicon.ico", { text: "", headers: {} }],
  ]);
  const server = createServer((incoming, response) => {
    // The browser may be gone before its request is: nothing is wrong with that.
    answer(incoming, response).catch(() => response.destroy());
  });
  server.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  const site: Site = {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    posts: [],
    requests: [],
    fate: () => "pass",
    proxies: new Map(),
    relayUrl: "",
    page: (path, parts, headers) => site.file(path, toHtml(parts), headers),
    file(path, text, headers = {}) {
      const type = TYPES[/\.(\w+)$/.exec(path)?.[1] ?? ""] ?? "text/html";
      files.set(path, { text, headers: { "content-type": `${type}; charset=utf-8`, ...headers } });
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "" } = incoming;
    const { pathname } = new URL(url, site.origin);
    const file = files.get(pathname);
    site.requests.push(`${method} ${pathname}`);
    if (file) return void response.writeHead(200, file.headers).end(file.text);
    const body = await buffer(incoming);
    const proxy = site.proxies.get(pathname);
    if (proxy) return relayed(await forward(proxy.url, incoming, body, proxy.headers), response);
    const fate = method === "POST" ? await fateOf(incoming, body.toString()) : "pass";
    if (typeof fate === "object") return void response.writeHead(fate.status, fate.headers).end();
    if (fate === "reset") return void response.destroy();
    const answered = await passOn(incoming, body);
    if (fate === "lost") {
      await buffer(answered);
      return void response.destroy();
    }
    relayed(answered, response);
  }

  async function fateOf({ headers }: IncomingMessage, text: string): Promise<Fate> {
    const isBeacon = headers["sec-fetch-mode"] === "no-cors";
    const post = { isBeacon, contentType: headers["content-type"] ?? "", text, envelope: JSON.parse(text) };
    return site.fate(post, site.posts.push(post) - 1);
  }

  function passOn(incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    const { pathname, search } = new URL(incoming.url ?? "", site.origin);
    return forward(site.relayUrl + pathname + search, incoming, body);
  }

  return site;
}

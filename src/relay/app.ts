import { type Context, Hono } from "hono";
import { type Connection, clientOf } from "./client.js";
import { type CollectDeps, collect } from "./collect.js";
import type { RelayConfig } from "./config/config.js";
import { createDemo } from "./demo.js";
import { createFiles } from "./files.js";
import type { Log } from "./log.js";
import { corsHeaders, Origins } from "./origins.js";
import { RateLimit } from "./rate-limit.js";
import { refusal } from "./refusal.js";
import { RefusedOrigins } from "./refused-origins.js";

export interface AppDeps extends CollectDeps {
  config: RelayConfig;
  log: Log;
  /** Whether it takes events: not while it stops. */
  isReady(): boolean;
}

export interface App {
  fetch(request: Request, connection: Connection): Response | Promise<Response>;
}

type Handler = (c: Context<{ Bindings: Connection }>) => Response | undefined | Promise<Response | undefined>;

/** The scripts that sites load, and what belongs to them. The programs beside them are nobody's business. */
const SCRIPT =
  /^\/(tracktag(\.[a-z]+)?\.js(\.map)?|tracktag\.full\.notices\.txt|tracktag\.html-data\.json|integrity\.json)$/;

/** The relay as a web-standard fetch handler. */
export function createApp(deps: AppDeps): App {
  const { config, metrics, log, isReady, live } = deps;
  const app = new Hono<{ Bindings: Connection }>();
  const origins = new Origins(config.origins);
  const refusedOrigins = new RefusedOrigins(log);
  const rateLimit = new RateLimit(config.rateLimit);
  const scripts = createFiles(config.scripts);
  const stopping = () => refusal(503, "the relay is stopping", { "retry-after": "5" });

  const read = (path: string, handler: Handler) =>
    app.all(path, async (c, next) => {
      if (!isRead(c.req.method)) return notAllowed("GET, HEAD");
      return (await handler(c)) ?? next();
    });

  app.use(async (c, next) => {
    const origin = c.req.header("origin");
    await next();
    c.res.headers.append("vary", "Origin");
    if (origin && origins.allows(origin, clientOf(c.req.raw, c.env, config.trustProxy).host)) {
      for (const [name, value] of Object.entries(corsHeaders(origin))) c.res.headers.set(name, value);
    }
    // A connection that was kept alive would hold up the stop.
    if (!isReady()) c.res.headers.set("connection", "close");
    metrics.answers.inc({ status: c.res.status });
  });

  app.all(config.path, (c) => {
    const { method, raw } = c.req;
    const { address, host } = clientOf(raw, c.env, config.trustProxy);
    if (method !== "POST" && method !== "OPTIONS") return notAllowed("POST, OPTIONS");
    const origin = c.req.header("origin");
    if (!origins.allows(origin, host)) {
      refusedOrigins.note(origin ?? "", host);
      return refusal(403, "this origin is not allowed");
    }
    if (method === "OPTIONS") return preflight();
    if (!rateLimit.take(address, Date.now())) {
      return refusal(429, "too many requests from this address", { "retry-after": "1" });
    }
    return isReady() ? collect(raw, deps) : stopping();
  });
  read("/healthz", () => (isReady() ? Response.json({ status: "ok" }) : stopping()));
  read("/metrics", async () => {
    const { contentType } = metrics.registry;
    return new Response(await metrics.registry.metrics(), { headers: { "content-type": contentType } });
  });
  read("/:script{.+\\.(js(on|\\.map)?|txt)}", ({ req }) =>
    SCRIPT.test(req.path) ? scripts.serve(req.path, req.raw, "public, max-age=3600") : undefined,
  );
  if (live) read("*", createDemo(config.demoPages, live));

  app.notFound(() => refusal(404, "there is nothing here"));
  app.onError((error) => {
    log.error({ err: error }, "a request failed");
    return refusal(500, "the relay failed");
  });
  return { fetch: (request, connection) => app.fetch(request, connection) };
}

const isRead = (method: string) => method === "GET" || method === "HEAD";

const notAllowed = (allow: string) => refusal(405, `the method is not one of ${allow}`, { allow });

/** For what needs one: `application/json`. Browsers may remember it for a day. */
const preflight = () =>
  new Response(null, {
    status: 204,
    headers: {
      allow: "POST, OPTIONS",
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "Content-Type",
      "access-control-max-age": "86400",
    },
  });

import type { Context } from "hono";
import { createFiles } from "./files.js";
import type { Live } from "./live.js";

const STREAM = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  // nginx would otherwise hold the stream back to fill a buffer.
  "x-accel-buffering": "no",
};

/** The demo: its pages, any path of its client-side router, and `/demo/live`, the stream of what arrives. */
export function createDemo(folder: string, live: Live) {
  const pages = createFiles(folder);
  return async ({ req: { raw } }: Context): Promise<Response | undefined> => {
    const path = pathOf(raw);
    if (path === "/demo/live") return new Response(live.stream(), { headers: STREAM });
    const page = await pages.serve(path.endsWith("/") ? `${path}index.html` : path, raw, "no-cache");
    if (page || /\.[^/]*$/.test(path)) return page;
    return pages.serve("/index.html", raw, "no-cache");
  };
}

function pathOf({ url }: Request): string {
  const { pathname } = new URL(url);
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

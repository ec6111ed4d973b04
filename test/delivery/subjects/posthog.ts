import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { ingestSink } from "../ingest-sink.js";
import { FLUSH_INTERVAL, type Subject } from "./subject.js";

/** A request's body as posthog-js writes it: JSON, compressed with gzip, or base64 in a form. */
function textOf(body: Buffer): string {
  if (body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body).toString();
  const text = body.toString();
  const data = new URLSearchParams(text).get("data");
  return data ? Buffer.from(data, "base64").toString() : text;
}

type Body = { uuid: string } | { uuid: string }[] | { batch: { uuid: string }[] };

function idsIn(body: Buffer): string[] {
  if (!body.length) return [];
  const said = JSON.parse(textOf(body)) as Body;
  const events = "batch" in said ? said.batch : [said].flat();
  return events.map(({ uuid }) => uuid).filter(Boolean);
}

const file = fileURLToPath(import.meta.resolve("posthog-js/dist/array.no-external.js"));

/** posthog-js with its own queue, retries and way out; what would add events or requests of its own is off. */
export const posthog: Subject = {
  name: "posthog-js",
  files: { "/posthog.js": readFileSync(file, "utf8") },
  head: (endpoint) => `<script src="/posthog.js"></script><script>
    posthog.init("phc_delivery", {
      api_host: "${endpoint}",
      request_queue_config: { flush_interval_ms: ${FLUSH_INTERVAL} },
      autocapture: false, capture_pageview: false, capture_pageleave: false, rageclick: false,
      disable_session_recording: true, advanced_disable_flags: true, disable_surveys: true,
      opt_out_useragent_filter: true, // it takes a headless browser for a robot
    });
    const capture = (isClick) => {
      const uuid = crypto.randomUUID();
      tell(JSON.stringify({ id: uuid, stage: "captured", isClick }));
      posthog.capture(isClick ? "click" : "page", {}, { uuid });
    };
    capture(false);
    addEventListener("click", () => capture(true), true);
  </script>`,
  ready: "!!window.posthog?.__loaded",
  drained: "Promise.resolve()",
  remembered: "[]",
  stores: false,
  sink: () => ingestSink(idsIn),
  idsIn,
};

import { readBody, TooLarge } from "./body.js";
import { parseEnvelope, type RawEnvelope, ShapeError } from "./envelope.js";
import type { Live } from "./live.js";
import type { Metrics } from "./metrics.js";
import { prepare } from "./prepare.js";
import { refusal } from "./refusal.js";
import type { Inbox, Kept } from "./store/inbox.js";
import type { RejectedRecord } from "./validate.js";

/** The media types of a batch. The first needs no CORS preflight, which a page that is closing cannot finish. */
const MEDIA_TYPES = ["text/plain", "application/json"];

export interface CollectDeps {
  inbox: Inbox;
  metrics: Metrics;
  live?: Live;
}

/** A `POST` to the collect path: 202 once what it accepts is on disk, else the reason why not. */
export async function collect(request: Request, deps: CollectDeps): Promise<Response> {
  const arrived = Date.now();
  const media = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!MEDIA_TYPES.includes(media))
    return refusal(415, `Content-Type is not one of ${MEDIA_TYPES.join(", ")}`);
  if (request.headers.has("content-encoding")) return refusal(415, "Content-Encoding is not supported");
  let envelope: RawEnvelope;
  try {
    envelope = parseEnvelope(await readBody(request));
  } catch (error) {
    if (error instanceof TooLarge) return refusal(413, error.message);
    if (error instanceof ShapeError) return refusal(400, error.message);
    // The visitor went away in the middle of the body.
    return refusal(400, "the body is incomplete");
  }
  return take(envelope, request.headers, arrived, deps);
}

async function take(
  envelope: RawEnvelope,
  headers: Headers,
  arrived: number,
  deps: CollectDeps,
): Promise<Response> {
  const { inbox, metrics, live } = deps;
  const { batch, errors } = prepare(envelope, headers, arrived);
  let kept: Kept;
  try {
    kept = await inbox.append(batch, arrived);
  } catch {
    // The inbox has logged it.
    return refusal(503, "the events could not be stored", { "retry-after": "5" });
  }
  const accepted = batch.events.length + batch.identify.length;
  metrics.batches.inc();
  metrics.received.inc(accepted + errors.length);
  metrics.accepted.inc(accepted);
  metrics.duplicates.inc(kept.duplicates);
  for (const [reason, count] of Object.entries(envelope.dropped)) metrics.dropped.inc({ reason }, count);
  for (const { code } of errors) metrics.rejected.inc({ code });
  if (live) show(live, kept, errors, new Date(arrived).toISOString());
  return Response.json({ accepted, rejected: errors.length, errors }, { status: 202 });
}

function show(live: Live, kept: Kept, errors: RejectedRecord[], at: string): void {
  const { session_id, anonymous_id, device_type, platform, viewability, device } = kept;
  const visit = { session_id, anonymous_id, device_type, platform, viewability, device };
  for (const identify of kept.identify) live.publish({ kind: "identify", at, visit, identify });
  for (const event of kept.events) live.publish({ kind: "received", at, visit, event });
  if (errors.length) live.publish({ kind: "rejected", at, errors });
}

import { ingestSink } from "../ingest-sink.js";
import type { Subject } from "./subject.js";

const idsIn = (body: Buffer): string[] => (body.length ? JSON.parse(body.toString()) : []);

/** What many sites do by hand: a list in memory, and one beacon when the page ends. */
export const naive: Subject = {
  name: "one beacon on `pagehide`",
  files: {},
  head: (endpoint) => `<script>
    const queue = [];
    const capture = (isClick) => {
      const id = crypto.randomUUID();
      tell(JSON.stringify({ id, stage: "captured", isClick }));
      queue.push(id);
    };
    capture(false);
    addEventListener("click", () => capture(true), true);
    addEventListener("pagehide", () => {
      const ids = queue.splice(0);
      if (!navigator.sendBeacon("${endpoint}/t", JSON.stringify(ids))) return;
      for (const id of ids) tell(JSON.stringify({ id, stage: "sent", isUnheard: true }));
    });
  </script>`,
  ready: "true",
  drained: "Promise.resolve()",
  remembered: "[]",
  stores: false,
  sink: () => ingestSink(idsIn),
  idsIn,
};

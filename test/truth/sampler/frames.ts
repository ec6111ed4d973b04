import type { Report } from "../report.js";
import { type Box, intersection } from "./box.js";
import { deep } from "./tree.js";
import { visibleBox } from "./visible-box.js";

/** From a document to the frames in it: what is visible of the frame, in its coordinates; or the end. */
interface Message {
  truth: "visible" | "finish";
  visible?: Box;
}

const framesOf = () => [...deep(document, "iframe")] as HTMLIFrameElement[];

/** A frame of another origin cannot see what cuts it off: each document tells its frames. */
export function tellFrames(viewport: Box): void {
  for (const frame of framesOf()) {
    const { left, top } = frame.getBoundingClientRect();
    const x = left + frame.clientLeft;
    const y = top + frame.clientTop;
    const box = intersection(visibleBox(frame, viewport), viewport);
    const visible = { left: box.left - x, top: box.top - y, right: box.right - x, bottom: box.bottom - y };
    frame.contentWindow?.postMessage({ truth: "visible", visible } satisfies Message, "*");
  }
}

/** Ends the frames' samplers. Resolves with their reports. */
export const finishFrames = (): Promise<Report[]> =>
  Promise.all(
    framesOf().map(
      (frame) =>
        new Promise<Report>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => resolve(data.flat());
          frame.contentWindow?.postMessage({ truth: "finish" } satisfies Message, "*", [port2]);
        }),
    ),
  );

/** Hears the document around this frame. */
export function listenAbove(onVisible: (visible: Box) => void, finish: () => Promise<Report[]>): void {
  addEventListener("message", async ({ data, ports }: MessageEvent<Message>) => {
    if (data.truth === "visible" && data.visible) onVisible(data.visible);
    if (data.truth === "finish") ports[0]?.postMessage(await finish());
  });
}

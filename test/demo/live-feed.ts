import { get } from "node:http";
import type { WireEvent } from "../../src/types.js";

/** An event as the relay announced it, and when it had arrived: the same moment for all of one request. */
export interface Received {
  at: string;
  event: WireEvent;
}

export interface LiveFeed {
  /** All events so far, in the order of their arrival. */
  received: Received[];
  /** The status that Sportradar's stand-in answered, by event id. */
  answers: Map<string, number>;
  close(): void;
}

/** Listens to the relay's live stream beside the page, so that a test does not have to believe the drawer. */
export function openLiveFeed(url: string): Promise<LiveFeed> {
  const received: Received[] = [];
  const answers = new Map<string, number>();
  const take = (text: string) => {
    const message = JSON.parse(text);
    if (message.kind === "received") received.push(message);
    if (message.kind === "forward") for (const id of message.ids) answers.set(id, message.status);
  };
  return new Promise((resolve, reject) => {
    const request = get(`${url}/demo/live`, (response) => {
      let rest = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        const lines = (rest + chunk).split("\n");
        rest = lines.pop() as string;
        for (const line of lines) if (line.startsWith("data: ")) take(line.slice("data: ".length));
      });
      // Destroying the request below ends the response with an error that is no news.
      response.on("error", () => {});
      resolve({ received, answers, close: () => request.destroy() });
    });
    request.on("error", reject);
  });
}

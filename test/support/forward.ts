import { once } from "node:events";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { pipeline } from "node:stream";

/** Makes the same request elsewhere, with these headers added. @returns the answer */
export async function forward(
  url: string,
  { method, headers }: IncomingMessage,
  body: Buffer,
  added: Record<string, string> = {},
): Promise<IncomingMessage> {
  const passed = request(url, { method, headers: { ...headers, ...added } }).end(body);
  const [answered] = (await once(passed, "response")) as [IncomingMessage];
  return answered;
}

/** Answers with it. Where it ends in the middle, so does ours. */
export function relayed(answered: IncomingMessage, response: ServerResponse, added = {}): void {
  response.writeHead(answered.statusCode ?? 500, { ...answered.headers, ...added });
  pipeline(answered, response, () => {});
}

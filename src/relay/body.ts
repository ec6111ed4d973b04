/** A request body may have this many bytes: what a browser lets a beacon have, less some room for others. */
export const BODY_LIMIT = 61_440;

/** The body is longer than the limit. */
export class TooLarge extends Error {
  override name = "TooLarge";
  override message = `the body is longer than ${BODY_LIMIT} bytes`;
}

/**
 * Reads a request body.
 *
 * One that says how long it is and is too long is not touched: Node throws it away. Once its stream had been opened and
 * left, node-server would close the connection half a second after the answer, under whatever request was then on it.
 * So a chunked one is read to its end, and what is too much thrown away; the server's request timeout bounds it.
 *
 * @throws TooLarge
 */
export async function readBody(request: Request): Promise<Uint8Array> {
  const length = request.headers.get("content-length");
  if (length === null) return readChunked(request);
  if (Number(length) > BODY_LIMIT) throw new TooLarge();
  return new Uint8Array(await request.arrayBuffer());
}

async function readChunked(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The DOM's type of a stream knows no iteration; Node's stream has it.
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  if (size > BODY_LIMIT) throw new TooLarge();
  return Buffer.concat(chunks);
}

/** What the server knows of whoever sent a request, beside the request itself. */
export interface Connection {
  /** The address of the other end of the connection. */
  address: string;
}

/**
 * The visitor's address and the host that the visitor asked for. Behind a trusted proxy both are in headers; without
 * one anybody could write those. The last entry is the proxy's own: those before it come from the client.
 */
export function clientOf(request: Request, { address }: Connection, trustProxy: boolean) {
  const forwarded = (name: string) =>
    (trustProxy && request.headers.get(name)?.split(",").at(-1)?.trim()) || undefined;
  return {
    address: forwarded("x-forwarded-for") ?? address,
    host: forwarded("x-forwarded-host") ?? request.headers.get("host") ?? undefined,
  };
}

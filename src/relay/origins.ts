/** Decides which web origins may post, and what headers tell the browser so. */
export class Origins {
  readonly #listed: Set<string>;

  /** @param listed origins as browsers write them; `null` stands for pages without one */
  constructor(listed: string[]) {
    this.#listed = new Set(listed);
  }

  /**
   * @param origin the request's `Origin`; without one it does not come from a browser, and is taken
   * @param host what the page would have to be served from to be of the same origin
   */
  allows(origin: string | undefined, host: string | undefined): boolean {
    return origin === undefined || this.#listed.has(origin) || isSameHost(origin, host);
  }
}

/** Proxies and clients may or may not write the scheme's own port. */
function isSameHost(origin: string, host: string | undefined): boolean {
  if (!host || !URL.canParse(origin)) return false;
  const { host: own, protocol } = new URL(origin);
  const usual = protocol === "https:" ? ":443" : ":80";
  const given = host.toLowerCase();
  return own !== "" && own === (given.endsWith(usual) ? given.slice(0, -usual.length) : given);
}

/** For every answer to an allowed origin, errors included: without them the page could not read it. */
export const corsHeaders = (origin: string): Record<string, string> => ({
  "access-control-allow-origin": origin,
  "access-control-expose-headers": "Retry-After",
});

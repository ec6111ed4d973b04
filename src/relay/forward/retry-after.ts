/** The longest that a backend may make us wait, ms: a day. */
const LONGEST = 86_400_000;

/**
 * The header `Retry-After`: seconds, or an HTTP date (RFC 9110, 10.2.3).
 *
 * @returns ms from now, 0 without the header or with one that cannot be read
 */
export function retryAfter(header: string | undefined, now: number): number {
  const value = header?.trim();
  if (!value) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return ms > 0 ? Math.min(ms, LONGEST) : 0;
}

/**
 * The URL as it is reported: without its query, but for the allowed parameters (comma-separated), and without a hash
 * that may hold a token.
 */
export function reportedUrl(href: string, allowed: string): string {
  const url = new URL(href);
  const kept = [...url.searchParams].filter(([name]) => allowed.split(/[\s,]+/).includes(name));
  url.search = new URLSearchParams(kept).toString();
  if (/[=&?]/.test(url.hash)) url.hash = "";
  return url.href;
}

/** The page's name by its URL: the path, and the hash where it is a route (`#/…`, `#!…`) that holds no token. */
export const pageName = (): string => location.pathname + (/^#[/!][^=&?]*$/.exec(location.hash) ?? "");

/** A hash that holds one of these may hold a token. */
const SECRETIVE = /[=&?]/;

const hashOf = (url: URL): string => (SECRETIVE.test(url.hash) ? "" : url.hash);

/** The URL as it is reported: without its query, but for the allowed parameters, and without a hash that holds data. */
export function reportedUrl(href: string, allowed: string): string {
  const url = new URL(href);
  const query = new URLSearchParams(
    [...url.searchParams].filter(([name]) => allowed.split(",").includes(name)),
  ).toString();
  return url.origin + url.pathname + (query && `?${query}`) + hashOf(url);
}

/** The page's name by its URL: the path, and the hash where it is a route (`#/…`, `#!…`). */
export function pageName(href: string): string {
  const url = new URL(href);
  return url.pathname + (/^#[/!]/.test(url.hash) ? hashOf(url) : "");
}

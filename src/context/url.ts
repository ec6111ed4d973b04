import type { Core } from "../core.js";

/**
 * A URL as it is reported: without its query, but for the allowed parameters, and without a hash that may hold a token.
 */
export const reportedUrl = ({ options }: Core, href: string): string => {
  const url = new URL(href);
  const allowed = options.query.split(/[\s,]+/);
  const kept = [...url.searchParams].filter(([name]) => allowed.includes(name));
  url.search = new URLSearchParams(kept) as never;
  return url.href.replace(/#.*[=&?].*/, "");
};

export const currentUrl = (core: Core): string => reportedUrl(core, location.href);

/** The page's name by its URL: the path, and the hash where it is a route (`#/…`, `#!…`) that holds no token. */
export const pageName = (): string => location.pathname + (/^#[/!][^=&?]*$/.exec(location.hash) ?? "");

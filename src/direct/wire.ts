import { relay } from "../delivery/relay.js";
import type { Wire } from "../delivery/wire.js";
import { report } from "../lib/report.js";
import { BACKENDS, type Backend } from "./backends.js";
import { type DirectOptions, ENDPOINT } from "./options.js";
import { sendTo } from "./send.js";

/** An option as it stands on the tag. */
const onTag = (name: string): string =>
  `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/**
 * To the relay, or to a backend. An endpoint of the page's own origin may do without what goes into headers: a reverse
 * proxy adds it there.
 */
export const direct: Wire = (options) => {
  const { destination, endpoint: asked } = options;
  if (!ENDPOINT.test(asked)) return void report(`bad option endpoint: "${asked}"`);
  if (destination === "relay") return relay(options);
  const backend = BACKENDS[destination] as Backend;
  const given = options as DirectOptions;
  const endpoint = asked || `${backend.url ?? ""}`;
  const { href: url, origin } = new URL(endpoint, document.baseURI);
  const isOwn = endpoint && origin === location.origin;
  const lacks = (name: keyof DirectOptions): boolean => !given[name];
  const missing = [...(backend.ids ?? []), ...(isOwn ? [] : backend.secrets)].filter(lacks);
  const wanted = [...(endpoint ? [] : ["endpoint"]), ...missing];
  if (wanted[0]) return void report(`${destination} needs ${wanted.map(onTag).join(", ")}`);
  options.endpoint = url;
  const isBare = !backend.secrets[0] || backend.secrets.some(lacks);
  // Across origins JSON would need a preflight, which a page that ends cannot wait for.
  return sendTo(backend, { ...given, url }, isBare ? (isOwn ? "application/json" : "text/plain") : "");
};

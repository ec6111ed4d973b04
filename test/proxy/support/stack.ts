import type { SportradarServer } from "../../../demo/backends/sportradar.js";
import { sportradarServer, temporaryFolder } from "../../relay/support/relay.js";
import { type ProxyName, proxy, type RunningProxy } from "./proxies.js";
import { certify, type Front, tlsBefore } from "./tls.js";

/** The proxy of an example, and what is behind it. */
export interface Stack extends RunningProxy {
  backend: SportradarServer;
  /** What the proxy takes to be Sportradar. */
  front: Front;
}

/** The proxy before a backend whose certificate is for `name`, and which it trusts unless told not to. */
export async function stack(
  proxyName: ProxyName,
  { name = "api.vaix.ai", trusted = true } = {},
): Promise<Stack> {
  const folder = temporaryFolder();
  const certificate = certify(name, folder);
  const authority = trusted ? certificate : certify("another.example", folder);
  const backend = await sportradarServer();
  const front = await tlsBefore({ port: Number(new URL(backend.url).port), host: "127.0.0.1" }, certificate);
  return { ...(await proxy(proxyName, front.address, authority.certificate)), backend, front };
}

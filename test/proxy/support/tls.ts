import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { createServer } from "node:tls";
import { onTestFinished } from "vitest";
import { run } from "./programs.js";

export interface Certificate {
  /** The files, PEM. The certificate is its own authority. */
  certificate: string;
  key: string;
}

/** Makes a certificate for the name, which nobody trusts but who is told to. */
export function certify(name: string, folder: string): Certificate {
  const [certificate, key] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  const subject = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`];
  const elliptic = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  run("openssl", ["req", "-x509", "-nodes", ...elliptic, ...subject, "-keyout", key, "-out", certificate]);
  return { certificate, key };
}

/** Ends TLS in front of a server that speaks plain HTTP. @returns its address, until the test ends */
export async function tlsBefore(url: string, { certificate, key }: Certificate): Promise<string> {
  const port = Number(new URL(url).port);
  const options = { cert: readFileSync(certificate), key: readFileSync(key) };
  const server = createServer(options, (visitor) => {
    const backend = connect(port, "127.0.0.1");
    visitor.pipe(backend).pipe(visitor);
    // One side that goes takes the other with it.
    visitor.on("error", () => backend.destroy()).on("close", () => backend.destroy());
    backend.on("error", () => visitor.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, connect, type NetConnectOpts, type Socket } from "node:net";
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

/** What ends TLS in front of a server. */
export interface Front {
  /** `127.0.0.1:PORT`. */
  address: string;
  /** All that went through it so far, both ways, in the clear: a connection's bytes stand together. */
  passed(): string;
  /** Cuts what is connected, and from now on whoever connects. */
  down(): void;
  up(): void;
}

/** Ends TLS in front of a server that speaks plain HTTP, until the test ends. */
export async function tlsBefore(inner: NetConnectOpts, { certificate, key }: Certificate): Promise<Front> {
  const visitors = new Set<Socket>();
  const ways: Buffer[][] = [];
  let isDown = false;
  const record = (socket: Socket) => {
    const way: Buffer[] = [];
    ways.push(way);
    socket.on("data", (chunk) => way.push(chunk));
  };

  const options = { cert: readFileSync(certificate), key: readFileSync(key) };
  const server = createServer(options, (visitor) => {
    if (isDown) return void visitor.destroy();
    const backend = connect(inner);
    visitors.add(visitor);
    for (const socket of [visitor, backend]) record(socket);
    visitor.pipe(backend).pipe(visitor);
    // One side that goes takes the other with it.
    visitor.on("error", () => backend.destroy()).on("close", () => backend.destroy());
    visitor.on("close", () => visitors.delete(visitor));
    backend.on("error", () => visitor.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed: () => ways.map((way) => Buffer.concat(way).toString()).join("\n"),
    down() {
      isDown = true;
      for (const visitor of visitors) visitor.destroy();
    },
    up() {
      isDown = false;
    },
  };
}

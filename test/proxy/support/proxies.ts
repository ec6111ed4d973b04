import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Reply, request, type Sent } from "../../relay/support/http.js";
import { CLIENT_ID, TOKEN, temporaryFolder } from "../../relay/support/relay.js";
import { environment, type Program } from "./programs.js";

/** Where the proxy of an example is to find what the operator's machine would have. */
interface Surroundings {
  /** A folder of its own. */
  folder: string;
  /** The path of the Unix socket to listen on: no port that another test could have. */
  socket: string;
  /** Host and port of the backend. */
  backend: string;
  /** The file with the certificate to trust. */
  authority: string;
}

/** How an example is started. `changes` are all that is not as it stands there. */
interface Recipe {
  example: string;
  changes(given: Surroundings): [string, string][];
  /** The command's arguments and environment, with the example in `file`. */
  start(file: string, given: Surroundings): { args: string[]; env?: Record<string, string> };
}

const EXAMPLES = "examples/reverse-proxy";

export const PROXIES: Record<"nginx" | "caddy", Recipe> = {
  nginx: {
    example: `${EXAMPLES}/nginx.conf`,
    changes: ({ folder, socket, backend, authority }) => [
      ["server api.vaix.ai:443;", `server ${backend};`],
      ["listen 80;", `listen unix:${socket};`],
      ["/etc/nginx/sportradar.secrets", join(folder, "sportradar.secrets")],
      ["/etc/ssl/certs/ca-certificates.crt", authority],
    ],
    start(file, { folder }) {
      const secrets = readFileSync(`${EXAMPLES}/sportradar.secrets`, "utf8");
      writeFileSync(
        join(folder, "sportradar.secrets"),
        replaced(secrets, [
          ["YOUR-TOKEN", TOKEN],
          ["YOUR-GROUP", CLIENT_ID],
        ]),
      );
      const main = join(folder, "main.conf");
      // What Debian's nginx.conf has around a file of sites-enabled. A worker of root's can reach the folder.
      const user = process.getuid?.() === 0 ? "user root;" : "";
      const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
        (name) => `${name}_temp_path ${folder}/${name};`,
      );
      const http = `access_log off; ${paths.join(" ")} include ${file};`;
      writeFileSync(
        main,
        `${user} daemon off; pid ${folder}/pid; error_log stderr; events {} http { ${http} }\n`,
      );
      return { args: ["-e", "stderr", "-c", main] };
    },
  },
  caddy: {
    example: `${EXAMPLES}/Caddyfile`,
    changes: ({ socket, backend }) => [
      // Neither a certificate of its own nor the port of its administration, which there is one of.
      ["{\n", "{\n\tauto_https off\n\tadmin off\n"],
      ["www.operator.example {", `http:// {\n\tbind unix/${socket}`],
      ["https://api.vaix.ai {", `https://${backend} {`],
    ],
    start: (file, { folder, authority }) => ({
      args: ["run", "--config", file, "--adapter", "caddyfile"],
      env: {
        HOME: folder,
        SSL_CERT_FILE: authority,
        SPORTRADAR_TOKEN: TOKEN,
        SPORTRADAR_CLIENT_ID: CLIENT_ID,
        SPORTRADAR_AUTHENTICATION_METHOD: "vaix",
      },
    }),
  },
};

/** @throws where one of them is not there: a test must not change less than it means to */
function replaced(text: string, changes: [string, string][]): string {
  return changes.reduce((result, [old, now]) => {
    if (!result.includes(old)) throw new Error(`there is no "${old}"`);
    return result.replace(old, now);
  }, text);
}

/** Starts the proxy in front of the backend; it ends with the test. @returns a way to ask it */
export async function proxy(
  name: Program & keyof typeof PROXIES,
  backend: string,
  authority: string,
): Promise<(sent: Sent) => Promise<Reply>> {
  const { example, changes, start } = PROXIES[name];
  const folder = temporaryFolder();
  const given = { folder, socket: join(folder, "socket"), backend, authority };
  const file = join(folder, "example");
  writeFileSync(file, replaced(readFileSync(example, "utf8"), changes(given)));
  const { args, env } = start(file, given);
  const child = spawn(name, args, { env: environment(env), stdio: ["ignore", "ignore", "pipe"] });
  const agent = new Agent({ socketPath: given.socket } as object);
  const ask = (sent: Sent) => request("http://www.operator.example/sr", { ...sent, agent });
  await listening(child, ask);
  return ask;
}

/** Waits until it answers. @throws what it wrote to stderr, where it ends before */
async function listening(child: ChildProcess, ask: (sent: Sent) => Promise<Reply>): Promise<void> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const answers = () =>
    ask({}).then(
      () => true,
      () => false,
    );
  while (!(await answers()))
    if (child.exitCode !== null || child.signalCode) throw new Error(`${child.spawnfile} has ended: ${said}`);
}

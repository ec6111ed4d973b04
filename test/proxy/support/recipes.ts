import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLIENT_ID, TOKEN } from "../../relay/support/relay.js";

/** Where the proxy of an example is to find what the operator's machine would have. */
export interface Surroundings {
  /** A folder of its own. */
  folder: string;
  /** The folder with the pages of the site. */
  site: string;
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

/** Of the files of a site, which nginx takes for plain text unless it is told. */
const TYPES = "types { text/html html; text/javascript js; }";

/** The arguments that start nginx with the file, and beside it what Debian's nginx.conf has around a site. */
export function startNginx(file: string, folder: string): { args: string[] } {
  const main = join(folder, "main.conf");
  // A worker of root's can reach the folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const http = `access_log off; ${TYPES} ${paths.join(" ")} include ${file};`;
  writeFileSync(
    main,
    `${user} daemon off; pid ${folder}/pid; error_log stderr; events {} http { ${http} }\n`,
  );
  return { args: ["-e", "stderr", "-c", main] };
}

export const RECIPES: Record<"nginx" | "caddy", Recipe> = {
  nginx: {
    example: `${EXAMPLES}/nginx.conf`,
    changes: ({ folder, site, socket, backend, authority }) => [
      ["server api.vaix.ai:443;", `server ${backend};`],
      ["listen 80;", `listen unix:${socket}; root ${site};`],
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
      return startNginx(file, folder);
    },
  },
  caddy: {
    example: `${EXAMPLES}/Caddyfile`,
    changes: ({ site, socket, backend }) => [
      // Neither a certificate of its own nor the port of its administration, which there is one of.
      ["{\n", "{\n\tauto_https off\n\tadmin off\n"],
      ["www.operator.example {", `http:// {\n\tbind unix/${socket}\n\troot * ${site}\n\tfile_server`],
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

/**
 * Makes each change once.
 *
 * @throws where there is nothing to change: a test must not change less than it means to
 */
export function replaced(text: string, changes: [string, string][]): string {
  return changes.reduce((result, [old, now]) => {
    if (!result.includes(old)) throw new Error(`there is no "${old}"`);
    return result.replace(old, now);
  }, text);
}

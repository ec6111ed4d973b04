import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SETTINGS } from "../../src/relay/config/settings.js";
import { batch, event } from "./support/batch.js";
import { relayProcess, runCli } from "./support/cli.js";
import { post, request } from "./support/http.js";
import { CLIENT_ID, sportradarServer, TOKEN, temporaryFolder } from "./support/relay.js";
import { eventually } from "./support/wait.js";

function file(content: unknown, name = "relay.json"): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** Everything that is wrong ends with 2 and one line that names it. */
async function complaint(args: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { code, stdout, stderr } = await runCli(["relay", "--data-dir", temporaryFolder(), ...args], env);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^tracktag: .*\n$/);
  return stderr.slice("tracktag: ".length).trim();
}

describe("a wrong flag is named", () => {
  test.each([
    [["--port", "http"], '--port: "http" is not a whole number from 0 to 65535'],
    [["--port", "70000"], '--port: "70000" is not a whole number from 0 to 65535'],
    [["--rate-limit", "-1"], '--rate-limit: "-1" is not a whole number'],
    [["--path", "t"], '--path: "t" is not a path such as /t'],
    [["--path", "/healthz"], '--path: "/healthz" is not a path such as /t, and none that the relay answers'],
    [["--path", "/tracktag.js"], '--path: "/tracktag.js" is not a path such as /t'],
    [["--origins", "shop.example"], '--origins: "shop.example" is not a list of which each is an origin'],
    [["--origins", "https://a.example/"], "--origins: "],
    [["--origins", "*"], "--origins: "],
    [
      ["--destinations", "sportsradar"],
      '--destinations: "sportsradar" is not a list of which each is one of sportradar',
    ],
    [["--log-level", "loud"], '--log-level: "loud" is not one of debug, info, warn, error, silent'],
    [["--sportradar-url", "ftp://a.example"], "--sportradar-url: "],
    [["--sportradar-url", "https://user:secret@a.example"], "--sportradar-url: "],
    [["--sportradar-authentication-method", "basic"], "--sportradar-authentication-method: "],
    [["--sportradar-timeout", "0"], "--sportradar-timeout: "],
    [["--prot", "1"], "unknown option '--prot'"],
    [["--sportradar-token", "x"], "unknown option '--sportradar-token'"],
    [["--port"], "option '--port <number>' argument missing"],
    [["start"], "too many arguments"],
  ])("%j", async (args, message) => {
    expect(await complaint(args)).toContain(message);
  });
});

describe("a wrong variable is named", () => {
  test.each([
    [{ TRACKTAG_PORT: "tcp://10.0.0.1:80" }, "TRACKTAG_PORT: "],
    [{ TRACKTAG_ORIGINS: "https://a.example,b" }, "TRACKTAG_ORIGINS: "],
    [{ TRACKTAG_TRUST_PROXY: "perhaps" }, 'TRACKTAG_TRUST_PROXY: "perhaps" is not true or false'],
    [{ TRACKTAG_CONFIG: "/nowhere.json" }, "/nowhere.json: cannot be read (ENOENT)"],
    [{ SPORTRADAR_TOKEN_FILE: "/nowhere" }, "SPORTRADAR_TOKEN_FILE: /nowhere cannot be read (ENOENT)"],
  ])("%j", async (env, message) => {
    expect(await complaint([], env)).toContain(message);
  });

  test("a secret in two places", async () => {
    const env = { SPORTRADAR_TOKEN: "a", SPORTRADAR_TOKEN_FILE: file("b") };
    expect(await complaint([], env)).toBe("SPORTRADAR_TOKEN: is set, and so is SPORTRADAR_TOKEN_FILE");
  });

  test("a secret that cannot be one is not quoted", async () => {
    const message = await complaint([], { SPORTRADAR_TOKEN: "hunter2\nhunter3" });
    expect(message).toBe("SPORTRADAR_TOKEN: what is set is not a text of visible characters");
  });
});

describe("what is wrong in the file is named", () => {
  test.each<[unknown, string]>([
    ["{", "relay.json: is not JSON: it ends too early"],
    ['{\n  "port": 8787,\n}', "relay.json: is not JSON: line 3, column 1"],
    ['{ "port": 87 87 }', "relay.json: is not JSON: line 1, column 14"],
    ['{ "sportradar": { "token": hunter2 } }', "relay.json: is not JSON: line 1, column 28"],
    [[], "relay.json: is not a JSON object"],
    [{ prot: 1 }, "relay.json: prot: there is no such setting"],
    [{ port: "8787" }, 'relay.json: port: "8787" is not a whole number'],
    [{ origins: "https://a.example" }, "relay.json: origins: "],
    [{ origins: ["https://a.example", 5] }, "relay.json: origins: "],
    [{ demo: "yes" }, 'relay.json: demo: "yes" is not true or false'],
    [{ sportradar: [] }, "relay.json: sportradar: is not an object"],
    [{ sportradar: { tokn: "x" } }, "relay.json: sportradar.tokn: there is no such setting"],
    [{ sportradar: { token: 5 } }, "relay.json: sportradar.token: what is set is not"],
    [{ "sportradar.token": "x" }, "relay.json: sportradar.token: there is no such setting"],
    [{ constructor: 1 }, "relay.json: constructor: there is no such setting"],
  ])("%j", async (content, message) => {
    expect(await complaint(["--config", file(content)])).toContain(message);
  });
});

describe("a destination without what it needs does not start", () => {
  test.each([
    [{}, "SPORTRADAR_TOKEN: is needed by the destination sportradar"],
    [{ SPORTRADAR_TOKEN: "" }, "SPORTRADAR_TOKEN: is needed by the destination sportradar"],
    [{ SPORTRADAR_TOKEN: "x" }, "SPORTRADAR_CLIENT_ID: is needed by the destination sportradar"],
  ])("%j", async (env, message) => {
    expect(await complaint(["--destinations", "sportradar"], env)).toContain(message);
  });
});

test("a folder that there cannot be is named", async () => {
  expect(await complaint(["--data-dir", "/proc/tracktag/store"])).toBe(
    "/proc/tracktag: there can be no such folder (ENOENT)",
  );
});

test("variables that look like settings and are none are named in the log, with what may have been meant", async () => {
  const env = {
    TRACKTAG_PATHS: "/x",
    WYNTA_TOKN: "hunter2",
    TRACKTAG_SERVICE_HOST: "10.0.0.1",
    ANTSOMI_COLOUR: "1",
  };
  const { stderr } = await relayProcess(["--data-dir", temporaryFolder()], env);
  await eventually(() => expect(stderr()).toContain("listening"));
  const warnings = stderr()
    .split("\n")
    .filter((line) => line.includes("no such setting"))
    .map((line) => JSON.parse(line))
    .map(({ variable, msg }) => [variable, msg]);
  expect(warnings).toEqual([
    ["TRACKTAG_PATHS", "there is no such setting. Did you mean TRACKTAG_PATH?"],
    ["WYNTA_TOKN", "there is no such setting. Did you mean WYNTA_TOKEN?"],
    ["ANTSOMI_COLOUR", "there is no such setting"],
  ]);
  expect(stderr()).not.toContain("hunter2");
});

test("a backend that is configured and left out of the destinations is named in the log", async () => {
  const env = { WYNTA_TOKEN: "hunter2" };
  const args = ["--config", file({ sportradar: { clientId: "x" } }), "--data-dir", temporaryFolder()];
  const { stderr } = await relayProcess(args, env);
  await eventually(() => expect(stderr()).toContain("listening"));
  const named = stderr()
    .split("\n")
    .filter((line) => line.includes("nothing is forwarded to it"))
    .map((line) => JSON.parse(line).destination);
  expect(named).toEqual(["sportradar", "wynta"]);
  expect(stderr()).not.toContain("hunter2");
});

test("a port that is taken is named", async () => {
  const { url } = await relayProcess(["--data-dir", temporaryFolder()]);
  const { port } = new URL(url);
  expect(await complaint(["--port", port])).toBe(
    `cannot listen on port ${port} of host 127.0.0.1 (EADDRINUSE)`,
  );
});

describe("what is set", () => {
  test("in the file is overridden by the environment, and that by flags", async () => {
    const config = file({ path: "/file", rateLimit: 0, dataDir: temporaryFolder() });
    const collects = async (path: string, args: string[], env = {}) => {
      const { url, end } = await relayProcess(["--config", config, ...args], env);
      const { status } = await post(`${url}${path}`, batch([event()]));
      await end();
      return status;
    };
    expect(await collects("/file", [])).toBe(202);
    expect(await collects("/env", [], { TRACKTAG_PATH: "/env" })).toBe(202);
    expect(await collects("/flag", ["--path", "/flag"], { TRACKTAG_PATH: "/env" })).toBe(202);
  });

  test("in a file that TRACKTAG_CONFIG names is read", async () => {
    const config = file({ path: "/named", dataDir: temporaryFolder() });
    const { url } = await relayProcess([], { TRACKTAG_CONFIG: config });
    expect((await post(`${url}/named`, batch([event()]))).status).toBe(202);
  });

  test("in ./tracktag.config.json is read without being named", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "tracktag.config.json"), '{"prot": 1}');
    const { code, stderr } = await runCli(["relay"], {}, folder);
    expect([code, stderr]).toEqual([2, "tracktag: ./tracktag.config.json: prot: there is no such setting\n"]);
  });

  test("reaches the backend: a token from a secret's file", async () => {
    const sportradar = await sportradarServer();
    const env = { SPORTRADAR_TOKEN_FILE: file(`${TOKEN}\n`), SPORTRADAR_CLIENT_ID: CLIENT_ID };
    const args = [
      "--destinations",
      "sportradar",
      "--sportradar-url",
      sportradar.url,
      "--data-dir",
      temporaryFolder(),
    ];
    const { url } = await relayProcess(args, env);
    await post(`${url}/t`, batch([event()]));
    await eventually(() => expect(sportradar.accepted).toHaveLength(1));
  });

  test("reaches the backend: all of it from the configuration file", async () => {
    const sportradar = await sportradarServer();
    const config = file({
      dataDir: temporaryFolder(),
      origins: ["https://a.example"],
      destinations: ["sportradar"],
      sportradar: {
        url: sportradar.url,
        token: TOKEN,
        clientId: CLIENT_ID,
        times: true,
        authenticationMethod: "vaix",
      },
    });
    const { url } = await relayProcess(["--config", config]);
    await post(`${url}/t`, batch([event()]), { origin: "https://a.example" });
    await eventually(() => expect(sportradar.accepted[0]?.event.data).toHaveProperty("tracktag_id"));
    expect(sportradar.accepted[0]?.headers["x-vaix-authentication-method"]).toBe("vaix");
  });

  test("comma-separated takes spaces", async () => {
    const { url } = await relayProcess(["--data-dir", temporaryFolder()], {
      TRACKTAG_ORIGINS: "https://a.example, https://b.example",
    });
    const { status } = await post(`${url}/t`, batch([event()]), { origin: "https://b.example" });
    expect(status).toBe(202);
  });
});

describe("the command", () => {
  test("says on stdout, in one line, where it listens", async () => {
    const { stdout, url } = await relayProcess(["--data-dir", temporaryFolder()]);
    expect(stdout()).toBe(`tracktag relay: listening on ${url}\n`);
    expect((await request(`${url}/healthz`)).status).toBe(200);
  });

  test("lists every setting in its help: flags, variables, secrets", async () => {
    const { code, stdout } = await runCli(["relay", "--help"]);
    expect(code).toBe(0);
    for (const { env, flag = "" } of SETTINGS) {
      expect(stdout).toContain(env);
      expect(stdout).toContain(flag);
    }
    expect(stdout).toContain("SPORTRADAR_TOKEN_FILE");
  });

  test("has a version, and help", async () => {
    expect(await runCli(["--version"])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: "",
    });
    expect(await runCli(["--help"])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("relay"),
      stderr: "",
    });
  });

  test("that there is not is named", async () => {
    expect(await runCli(["rely"])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^tracktag: .*rely.*\n$/),
    });
  });
});

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { batch, event, identify } from "./support/batch.js";
import { request } from "./support/http.js";
import { relay, temporaryFolder } from "./support/relay.js";

const SCRIPT = "console.log('tracktag');";

/** A folder as the build leaves it, with a secret beside it. */
function built(): string {
  const parent = temporaryFolder();
  const folder = join(parent, "dist");
  mkdirSync(join(folder, "demo", "art"), { recursive: true });
  writeFileSync(join(parent, "secret.js"), "secret");
  writeFileSync(join(parent, "dist-secret.js"), "secret");
  const scripts = [
    "tracktag.js",
    "tracktag.full.js",
    "tracktag.js.map",
    "tracktag.html-data.json",
    "tracktag.full.notices.txt",
    "integrity.json",
  ];
  for (const name of scripts) writeFileSync(join(folder, name), SCRIPT);
  for (const name of ["cli.js", "demo.js", "index.js"]) writeFileSync(join(folder, name), "program");
  // Beside the demo's folder, with a name that begins like it.
  writeFileSync(join(folder, "demo-secret.js"), "secret");
  writeFileSync(join(folder, "demo", "index.html"), "<h1>home</h1>");
  writeFileSync(join(folder, "demo", "main.js"), "main");
  writeFileSync(join(folder, "demo", "art", "ball.svg"), "<svg/>");
  return folder;
}

describe("the scripts", () => {
  test.each([
    ["tracktag.js", "text/javascript; charset=utf-8"],
    ["tracktag.full.js", "text/javascript; charset=utf-8"],
    ["tracktag.js.map", "application/json"],
    ["tracktag.full.notices.txt", "text/plain; charset=utf-8"],
    ["tracktag.html-data.json", "application/json"],
    ["integrity.json", "application/json"],
  ])("%s is served as %s", async (name, type) => {
    const { url } = await relay({ scripts: built() });
    const reply = await request(`${url}/${name}`);
    expect([reply.status, reply.text]).toEqual([200, SCRIPT]);
    expect(reply.headers).toMatchObject({
      "content-type": type,
      "cache-control": "public, max-age=3600",
      etag: expect.stringMatching(/^"[\w-]+"$/),
      "x-content-type-options": "nosniff",
    });
    expect((await request(`${url}/${name}`, { method: "HEAD" })).status).toBe(200);
  });

  test("are not sent again to who has them, and are when they have changed", async () => {
    const scripts = built();
    const { url } = await relay({ scripts });
    const etag = String((await request(`${url}/tracktag.js`)).headers.etag);
    const again = () => request(`${url}/tracktag.js`, { headers: { "if-none-match": etag } });
    expect(await again()).toMatchObject({ status: 304, text: "" });
    writeFileSync(join(scripts, "tracktag.js"), "new");
    expect(await again()).toMatchObject({ status: 200, text: "new" });
  });

  test("are compressed for who understands it", async () => {
    const { url } = await relay({ scripts: built() });
    const response = await fetch(`${url}/tracktag.js`, { headers: { "accept-encoding": "br" } });
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(response.headers.get("vary")).toContain("Accept-Encoding");
    expect(await response.text()).toBe(SCRIPT);
    expect(() => brotliDecompressSync(Buffer.from(SCRIPT))).toThrow();
  });
});

describe("nothing else is served", () => {
  test.each([
    "/cli.js",
    "/demo.js",
    "/index.js",
    "/demo/main.js",
    "/main.js",
    "/",
    "/../secret.js",
    "/..%2fsecret.js",
    "/%2e%2e/secret.js",
    "/tracktag.js/../../secret.js",
    "/tracktag.js%00",
    "/tracktag.missing.js",
    "/.tracktag/tracktag.db",
  ])("%s", async (path) => {
    const { url } = await relay({ scripts: built() });
    // Not `fetch`: it would resolve the dots before it asks.
    const reply = await raw(url, path);
    expect(reply).toMatch(/^HTTP\/1\.1 404 /);
    expect(reply).not.toContain("secret");
  });

  test.each([
    "/../secret.js",
    "/..%2fsecret.js",
    "/%2e%2e%2fsecret.js",
    "/..%2fdemo-secret.js",
    "/..%2f..%2fdist-secret.js",
    "/%2e%2e/cli.js",
    "/%E0.js",
  ])("%s, with the demo neither", async (path) => {
    const { url } = await relay({ scripts: built(), demo: true });
    const reply = await raw(url, path);
    expect(reply).toMatch(/^HTTP\/1\.1 404 /);
    expect(reply).not.toMatch(/secret|program/);
  });
});

/** One request with exactly this path. */
async function raw(url: string, path: string): Promise<string> {
  const { request: begin } = await import("node:http");
  return new Promise((resolve, reject) => {
    begin({ port: new URL(url).port, path, agent: false }, async (incoming) => {
      let text = `HTTP/1.1 ${incoming.statusCode} `;
      for await (const chunk of incoming) text += chunk;
      resolve(text);
    })
      .on("error", reject)
      .end();
  });
}

describe("the demo's pages", () => {
  test.each([
    ["/", "<h1>home</h1>", "text/html; charset=utf-8"],
    ["/casino", "<h1>home</h1>", "text/html; charset=utf-8"],
    ["/casino/slots", "<h1>home</h1>", "text/html; charset=utf-8"],
    ["/main.js", "main", "text/javascript; charset=utf-8"],
    ["/art/ball.svg", "<svg/>", "image/svg+xml"],
    ["/tracktag.js", SCRIPT, "text/javascript; charset=utf-8"],
  ])("%s", async (path, text, type) => {
    const { url } = await relay({ scripts: built(), demo: true });
    const reply = await request(`${url}${path}`);
    expect([reply.status, reply.text, reply.headers["content-type"]]).toEqual([200, text, type]);
  });

  test("a file that is not there is 404, not the home page", async () => {
    const { url } = await relay({ scripts: built(), demo: true });
    expect((await request(`${url}/art/missing.svg`)).status).toBe(404);
  });
});

test("/healthz says that all is well", async () => {
  const { url } = await relay();
  const reply = await request(`${url}/healthz`);
  expect([reply.status, reply.json()]).toEqual([200, { status: "ok" }]);
});

test("/metrics counts what came and how it was answered", async () => {
  const { url, post, metric } = await relay();
  const repeated = event();
  await post(batch([repeated, repeated, { ...event(), id: "x" }, 5], { identify: [identify()] }));
  await post("{");
  const reply = await request(`${url}/metrics`);
  expect(reply.headers["content-type"]).toContain("text/plain");
  const values = {
    tracktag_batches_total: 1,
    tracktag_received_total: 5,
    tracktag_accepted_total: 3,
    tracktag_duplicates_total: 1,
    'tracktag_rejected_total{code="INVALID_ID"}': 1,
    'tracktag_rejected_total{code="INVALID_EVENT"}': 1,
    'tracktag_answers_total{status="202"}': 1,
    'tracktag_answers_total{status="400"}': 1,
  };
  for (const [name, value] of Object.entries(values))
    expect([name, await metric(name)]).toEqual([name, value]);
});

test("two relays in one process do not share their counts", async () => {
  const [one, other] = [await relay(), await relay()];
  await one.post(batch([event()]));
  expect(await other.metric("tracktag_accepted_total")).toBe(0);
});

#!/usr/bin/env node
/**
 * Writes `dist/integrity.json`: for each script that a site loads with a tag its SRI hash, and its raw, gzip and
 * brotli sizes in bytes.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);

/** gzip at 9 and brotli at 11, as a CDN keeps static files. */
const weigh = (name) => {
  const bytes = readFileSync(new URL(name, dist));
  return {
    integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}`,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
};

const scripts = readdirSync(dist).filter((name) => /^tracktag.*\.js$/.test(name));
const entries = Object.fromEntries(scripts.map((name) => [name, weigh(name)]));
writeFileSync(new URL("integrity.json", dist), `${JSON.stringify(entries, null, 2)}\n`);

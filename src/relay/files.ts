import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const compress = promisify(brotliCompress);

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** What brotli makes smaller. */
const TEXT = /^(text|application)\/|svg/;

interface Entry {
  modified: number;
  type: string;
  etag: string;
  plain: Uint8Array<ArrayBuffer>;
  brotli?: Uint8Array<ArrayBuffer>;
}

export interface Files {
  /** The file as an answer, 304 where the browser has it; undefined if there is none of that name. */
  serve(name: string, request: Request, cacheControl: string): Promise<Response | undefined>;
}

/** Files of one folder and its subfolders, read once and again when they change. Nothing outside of it is ever served. */
export function createFiles(folder: string): Files {
  const root = resolve(folder);
  const entries = new Map<string, Entry>();

  const load = async (name: string): Promise<Entry | undefined> => {
    const path = join(root, name);
    const type = TYPES[extname(path)];
    if (!type || !path.startsWith(root + sep) || path.includes("\0")) return undefined;
    const info = await stat(path).catch(() => undefined);
    if (!info?.isFile()) return undefined;
    const known = entries.get(path);
    if (known?.modified === info.mtimeMs) return known;
    const plain = await readFile(path);
    const etag = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
    const brotli = TEXT.test(type) ? await compress(plain) : undefined;
    const entry = { modified: info.mtimeMs, type, etag, plain, brotli };
    entries.set(path, entry);
    return entry;
  };

  return {
    async serve(name, request, cacheControl) {
      const entry = await load(name);
      if (!entry) return undefined;
      const { type, plain, brotli } = entry;
      const packed = /\bbr\b/.test(request.headers.get("accept-encoding") ?? "") ? brotli : undefined;
      const etag = `"${entry.etag}${packed ? "-br" : ""}"`;
      const headers: Record<string, string> = {
        "cache-control": cacheControl,
        etag,
        vary: "Accept-Encoding",
        "x-content-type-options": "nosniff",
      };
      if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
      headers["content-type"] = type;
      if (packed) headers["content-encoding"] = "br";
      return new Response(packed ?? plain, { headers });
    },
  };
}

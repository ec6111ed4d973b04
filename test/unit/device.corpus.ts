import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const read = (path: string) => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url));

/** What visitors' browsers sent, as recorded: today's, where versions and models are frozen, and 2019's. */
const SAMPLES = [
  read("user-agents/dist/user-agents.json"),
  gunzipSync(read("user-agents-2019/src/user-agents.json.gz")),
];

/** Each user agent once, in the order of the files. */
export const CORPUS = [
  ...new Set(
    SAMPLES.flatMap((sample) => JSON.parse(sample.toString()) as { userAgent: string }[]).map(
      ({ userAgent }) => userAgent,
    ),
  ),
];

import { spawn } from "node:child_process";
import { once } from "node:events";

const FOLDER = new URL(".", import.meta.url).pathname;

export interface Prism {
  /** Without a path. */
  url: string;
  /** The status of each answer so far, in their order. */
  answers(): number[];
  /** What each request so far did wrong. */
  violations(): string[];
  close(): Promise<void>;
}

/**
 * Starts Prism as a server of the document: it answers as the document says, and a request that is not as the document
 * has it with an error. What it found stands in its log.
 *
 * @throws where it is not installed, or does not start
 */
export async function startPrism(document: string): Promise<Prism> {
  const args = ["mock", "--errors", "--port", "0", `${FOLDER}${document}`];
  const child = spawn(`${FOLDER}node_modules/.bin/prism`, args, {
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      log += text;
    });
  const found = (pattern: RegExp): string[] => [...log.matchAll(pattern)].map(([, what = ""]) => what);
  const url = () => found(/Prism is listening on (http:\S+)/g)[0];
  const ended = once(child, "exit");
  while (!url()) {
    const isOver = await Promise.race([once(child.stdout, "data").then(() => false), ended.then(() => true)]);
    if (isOver) throw new Error(`Prism has ended: ${log}`);
  }
  return {
    url: url() as string,
    answers: () => found(/> Responding with "(\d+)"/g).map(Number),
    violations: () => found(/Violation: (.*)/g),
    async close() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

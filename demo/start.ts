import { freePort } from "./free-port.js";
import { startDemo } from "./stack.js";

const HOST = "127.0.0.1";
const PORT = 8787;

const { TRACKTAG_PORT, TRACKTAG_DATA_DIR } = process.env;

try {
  const demo = await startDemo({ port: await choosePort(), dataDir: TRACKTAG_DATA_DIR });
  console.log(`\n  Northbet is open: ${demo.url}\n`);
  console.log("  Look, scroll and press odds: the drawer shows what the relay received. Ctrl-C stops.\n");

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // Once: whoever presses Ctrl-C again does not want to wait.
    process.once(signal, async () => {
      await demo.close();
      process.exit(0);
    });
  }
} catch (error) {
  console.error(`demo: ${(error as Error).message}`);
  process.exitCode = 1;
}

/** A port that somebody asked for is taken as it is, and refused aloud if it is taken; the usual one gives way. */
async function choosePort(): Promise<number> {
  if (!TRACKTAG_PORT) return freePort(PORT, HOST);
  const port = Number(TRACKTAG_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`TRACKTAG_PORT: ${TRACKTAG_PORT} is not a port`);
}

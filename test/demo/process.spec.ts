import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "@playwright/test";
import { startDemoProcess } from "./demo-process.js";

test("it prints one URL, and stops in order on Ctrl-C while a browser listens", async ({ page }) => {
  const demo = await startDemoProcess();
  await page.goto(demo.url);
  await expect(page.locator(".stream-state")).toHaveText("live");
  expect(await demo.stop("SIGINT")).toBe(0);
  expect(demo.output().match(/http:/g)).toHaveLength(1);
});

test("a port that was asked for and is taken is named", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  await expect(startDemoProcess({ TRACKTAG_PORT: String(port) })).rejects.toThrow(`port ${port}`);
  other.close();
});

test("the usual port gives way when it is taken", async () => {
  const other = createServer();
  // Whoever listens there already serves as well.
  other.on("error", () => {}).listen(8787, "127.0.0.1");
  const demo = await startDemoProcess({ TRACKTAG_PORT: "" });
  expect(demo.url).not.toContain(":8787");
  await demo.stop();
  other.close();
});

test("what is not a port is refused by name", async () => {
  await expect(startDemoProcess({ TRACKTAG_PORT: "sea" })).rejects.toThrow(
    "TRACKTAG_PORT: sea is not a port",
  );
});

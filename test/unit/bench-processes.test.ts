import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import { busiest, leaves, spentIn } from "../../bench/processes.js";

/** Works for 100 ms of its own processor time, in the kernel too, for each line that it reads, and answers. */
const WORKER = `const spent = () => { const { user, system } = process.cpuUsage(); return user + system };
process.stdin.on("data", () => {
  const begun = spent();
  while (spent() - begun < 100_000);
  process.stdout.write(".");
}); process.stdout.write(".")`;

const children: ReturnType<typeof start>[] = [];

const start = () => spawn(process.execPath, ["-e", WORKER], { stdio: ["pipe", "pipe", "inherit"] });

async function worker() {
  const child = start();
  children.push(child);
  await once(child.stdout, "data");
  return {
    pid: child.pid as number,
    async work() {
      child.stdin.write("\n");
      await once(child.stdout, "data");
    },
  };
}

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill();
    await once(child, "exit");
  }
});

test("a page's process is known by its work", async () => {
  const [one, other] = [await worker(), await worker()];
  expect(leaves()).toEqual(expect.arrayContaining([one.pid, other.pid]));
  expect(leaves()).not.toContain(process.pid);
  expect(await busiest(one.work)).toBe(one.pid);
  expect(await busiest(other.work)).toBe(other.pid);
});

test("none is named where two are as busy", async () => {
  const [one, other] = [await worker(), await worker()];
  await expect(busiest(() => Promise.all([one.work(), other.work()]), 1)).rejects.toThrow("no telling");
});

test("processor time is that of the process, by its main thread and by all", async () => {
  const [one, other] = [await worker(), await worker()];
  const { total, process = 0 } = await spentIn(one.pid, one.work);
  expect(total).toBeGreaterThanOrEqual(80);
  expect(process).toBeGreaterThanOrEqual(80);
  expect((await spentIn(other.pid, one.work)).total).toBeLessThan(total / 2);
});

test("an engine that is not there keeps its part out, and says what is missing", async () => {
  vi.stubEnv("TRACKTAG_FIREFOX", "/nowhere/firefox");
  const { present } = await import("../../bench/engines.js");
  const [part, other] = [{ name: "a", engine: "firefox" as const }, { name: "b" }];
  expect(await present([part, other])).toEqual({
    here: [other],
    skipped: [{ part: "a", why: "/nowhere/firefox not installed" }],
    versions: [],
  });
});

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { startDisplay } from "./display.js";
import type { Engine, EnginePage } from "./engine.js";
import { freePort } from "./free-port.js";
import { startSession } from "./webdriver.js";

/** The browser that comes with the library: `/usr/lib/ARCHITECTURE/webkit2gtk-VERSION/MiniBrowser`. */
function miniBrowser(): string {
  const below = (folder: string, name: RegExp) =>
    readdirSync(folder)
      .filter((entry) => name.test(entry))
      .map((entry) => join(folder, entry));
  const path = below("/usr/lib", /-linux-gnu/)
    .flatMap((folder) => below(folder, /^webkit2gtk-/))
    .map((folder) => join(folder, "MiniBrowser"))
    .find(existsSync);
  if (!path) throw new Error("no MiniBrowser: install webkit2gtk-driver");
  return path;
}

/** The driver listens some time after it has started, and says nothing of it. */
async function listening(url: string, isAlive: () => boolean): Promise<void> {
  while (isAlive()) {
    const isThere = await fetch(`${url}/status`).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  throw new Error("WebKitWebDriver did not start");
}

/** WebKitGTK, by WebDriver, on a display of its own. */
export async function startWebKit(): Promise<Engine> {
  // Before anything is started that would have to be ended.
  const binary = miniBrowser();
  const display = await startDisplay();
  const env = { ...process.env, DISPLAY: display.name, GDK_BACKEND: "x11" };
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], {
    stdio: "ignore",
    env,
  });
  const url = `http://127.0.0.1:${port}`;
  await listening(url, () => driver.exitCode === null);
  return {
    version: spawnSync(binary, ["--version"], { encoding: "utf8", env }).stdout.trim(),
    newPage: () => newPage(url, binary),
    async close() {
      for (const child of [driver, display.process]) {
        const ended = once(child, "exit");
        child.kill();
        await ended;
      }
    },
  };
}

/** Each page has a browser of its own: a second tab is not brought to the front. */
async function newPage(url: string, binary: string): Promise<EnginePage> {
  const { command } = await startSession(url, {
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary, args: ["--automation"] },
  });
  await command("POST", "/timeouts", { script: 60_000 });

  async function evaluate<T>(expression: string): Promise<T> {
    const { value, error } = await command<{ value: T; error?: string }>("POST", "/execute/async", {
      script: `const [expression, done] = arguments;
        Promise.resolve().then(() => eval(expression)).then((value) => done({ value }), (error) => done({ error: \`${"$"}{error}\` }))`,
      args: [expression],
    });
    if (error) throw new Error(error);
    return value;
  }

  let wheels = 0;
  const act = (type: string, id: string, ...actions: object[]) =>
    command<void>("POST", "/actions", { actions: [{ type, id, actions }] });

  return {
    open: (url) => command("POST", "/url", { url }),
    evaluate,
    wheel: (x, y, deltaX, deltaY) =>
      // It scrolls only by a wheel that it has not known before.
      act("wheel", `wheel-${wheels++}`, {
        type: "scroll",
        x,
        y,
        deltaX,
        deltaY,
        duration: 0,
        origin: "viewport",
      }),
    click: (x, y) =>
      act(
        "pointer",
        "mouse",
        { type: "pointerMove", x, y, duration: 0 },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ),
    async resize(width, height, zoom) {
      // WebDriver knows no zoom: the page's own stands in.
      await evaluate(`document.documentElement.style.zoom = ${zoom}`);
      // The window has borders and bars.
      const [innerWidth, innerHeight] = await evaluate<[number, number]>("[innerWidth, innerHeight]");
      const rect = await command<{ width: number; height: number }>("GET", "/window/rect");
      await command("POST", "/window/rect", {
        width: width + rect.width - innerWidth,
        height: height + rect.height - innerHeight,
      });
    },
    hide: () => command("POST", "/window/minimize", {}),
    // A window that is given a size is restored.
    show: async () => command("POST", "/window/rect", await command("GET", "/window/rect")),
    close: () => command("DELETE", ""),
  };
}

import { spawnSync } from "node:child_process";

/** What each engine beside Chromium needs: its programs, and Debian's package of each. */
export const ENGINES = {
  firefox: { [process.env.TRACKTAG_FIREFOX ?? "firefox-esr"]: "firefox-esr" },
  webkit: { WebKitWebDriver: "webkit2gtk-driver", Xvfb: "xvfb" },
};

/** Whether a program can be found; a path is one. */
const has = (program) => spawnSync("sh", ["-c", 'command -v -- "$1"', "sh", program]).status === 0;

/** The programs that an engine needs and that are not here. */
export const missing = (engine) => Object.keys(ENGINES[engine]).filter((program) => !has(program));

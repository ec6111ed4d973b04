import { spawnSync } from "node:child_process";

/** Debian keeps servers where only root's path leads. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/local/sbin:/usr/sbin` };

/** The Debian package that each program comes in. */
const PACKAGES = { nginx: "nginx-light", caddy: "caddy", openssl: "openssl" };

export type Program = keyof typeof PACKAGES;

/** What a program is started with: without whatever the machine has set for it. */
export const environment = (given: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: env.PATH,
  ...given,
});

const isMissing = (program: string) => spawnSync("which", [program], { env }).status !== 0;

function install(packages: string[]): void {
  const quiet = { env: { ...env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "ignore" as const };
  spawnSync("apt-get", ["update"], quiet);
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], quiet);
}

/**
 * Makes sure that they can be started. What is missing is installed in CI, where this runs as root.
 *
 * @throws an error that names what is missing, and how to get it
 */
export function ensure(programs: Program[]): void {
  const missing = () => programs.filter(isMissing).map((program) => PACKAGES[program]);
  if (process.env.CI && process.getuid?.() === 0 && missing().length) install(missing());
  if (missing().length)
    throw new Error(
      `The tests of the reverse proxies need programs that are not here: apt-get install --no-install-recommends ${missing().join(" ")}`,
    );
}

/** Runs a program to its end. @throws an error with what it wrote to stderr, where it fails */
export function run(program: Program, args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}

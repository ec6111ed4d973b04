import { run } from "./run.mjs";

/** Installs Debian's packages, as root or where `sudo` asks for no password; true: they are there. */
export async function install(...packages) {
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args) => {
    const [command, ...rest] = [...root, "apt-get", ...args];
    return run(command, rest, 600_000, { DEBIAN_FRONTEND: "noninteractive" });
  };
  await apt("update");
  return apt("install", "-y", "--no-install-recommends", ...packages);
}

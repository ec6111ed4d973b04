/** A setting cannot be used. The message is one line that names it and where it was set, and never quotes a secret. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

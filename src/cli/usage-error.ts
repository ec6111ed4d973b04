/** The arguments of a command make no sense. The message is one line. */
export class UsageError extends Error {
  override name = "UsageError";
}

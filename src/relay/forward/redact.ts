/** What stands where a secret was. */
const INSTEAD = "[secret]";

/**
 * Takes secrets out of texts: as they are, and as JSON and URLs write them. What is no text, or an empty one, is no
 * secret.
 */
export function redactor(secrets: unknown[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => typeof secret === "string" && secret !== "")
    .flatMap((secret) => [
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(String(secret)),
      String(secret),
    ]);
  if (!forms[0]) return (text) => text;
  // At once, the longest first: a secret may be part of another one, or of what stands in its place.
  const escaped = forms
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const any = new RegExp(escaped.join("|"), "g");
  return (text) => text.replace(any, INSTEAD);
}

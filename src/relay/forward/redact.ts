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
  return (text) => forms.reduce((rest, form) => rest.replaceAll(form, INSTEAD), text);
}

import { h } from "../lib/h.js";

/** How each verdict reads. `retry` and `paused` are still on their way. */
const WORDS = {
  delivered: "delivered",
  retry: "will retry",
  paused: "paused",
  refused: "refused",
  skipped: "skipped",
  stored: "stored",
};

/** The badges of an entry, one a destination: "Sportradar 204"; before any answer, "pending". */
export function verdictBadges(entry) {
  if (!entry.verdicts.size) return [h("span.verdict.pending", {}, "pending")];
  return [...entry.verdicts].map(([destination, { verdict, status }]) =>
    h(
      `span.verdict.${verdict}`,
      { title: `${destination}: ${WORDS[verdict] ?? verdict}` },
      h("span.visually-hidden", {}, `${destination} `),
      `${WORDS[verdict] ?? verdict}${status ? ` ${status}` : ""}`,
    ),
  );
}

/** What a backend, or the relay itself, said when it refused; null where nobody did. */
export function refusal(entry) {
  const [destination, answer] = [...entry.verdicts].find(([, { verdict }]) => verdict === "refused") ?? [];
  return destination ? `${destination} answered ${answer.status}: ${sentence(answer.reason)}` : null;
}

/** The sentences in an error's body, `{"error": "…"}` or `{"errors": {field: "…" or ["…"]}}`; else the body as it is. */
function sentence(body) {
  try {
    const { error, errors } = JSON.parse(body);
    return (
      error ??
      Object.entries(errors)
        .map(([field, text]) => `${field} ${[text].flat().join(", ")}`)
        .join("; ")
    );
  } catch {
    return body;
  }
}

import { h } from "../lib/h.js";

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON, indented and coloured, as text nodes and spans. */
export function jsonView(value) {
  const text = JSON.stringify(value, null, 2);
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token, string, colon] = match;
    parts.push(
      text.slice(end, match.index),
      h(`span.${kindOf(token, string, colon)}`, {}, string ?? token),
      colon ?? "",
    );
    end = match.index + token.length;
  }
  return h("pre.json", { tabindex: 0 }, parts, text.slice(end));
}

const kindOf = (token, string, colon) =>
  string ? (colon ? "json-key" : "json-string") : /^[tfn]/.test(token) ? "json-word" : "json-number";

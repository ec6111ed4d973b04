#!/usr/bin/env node
/**
 * Writes `dist/tracktag.html-data.json`: VS Code custom data, completion and hover text for the attributes and the
 * options of the tag. Their descriptions are in `attribute-docs.json`.
 * Source of the format: https://github.com/microsoft/vscode-custom-data, version 1.1.
 */
import { readFileSync, writeFileSync } from "node:fs";
import ts from "typescript";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

/** A TypeScript module as a URL that can be imported, and so are the modules in it. */
const compiled = (path) => {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(read(path), { compilerOptions });
  const code = outputText.replace(/(?<=from ")(.*)\.js(?=")/g, (_, name) =>
    compiled(new URL(`${name}.ts`, new URL(path, import.meta.url))),
  );
  return `data:text/javascript,${encodeURIComponent(code)}`;
};

const { CATALOG } = await import(compiled("../src/catalog.ts"));
const docs = JSON.parse(read("attribute-docs.json"));

const markdown = (value) => ({ kind: "markdown", value });

const EVENT_TYPES = [...CATALOG].map(([name, fields]) => ({
  name,
  ...(fields.length > 0 && { description: markdown(`Needs \`${fields.join("`, `")}\``) }),
}));

const valuesOf = (values) =>
  values === "event types"
    ? EVENT_TYPES
    : Object.entries(values).map(([name, description]) => ({ name, description: markdown(description) }));

/** `bare`: the attribute takes no value, which the format calls value set "v". */
const attributes = (table, prefix) =>
  Object.entries(table).map(([name, { description, values, bare }]) => ({
    name: prefix + name,
    description: markdown(description),
    ...(values && { values: valuesOf(values) }),
    ...(bare && { valueSet: "v" }),
  }));

const data = {
  version: 1.1,
  globalAttributes: attributes(docs.attributes, "data-track-"),
  tags: [{ name: "script", attributes: attributes(docs.options, "data-") }],
};
writeFileSync(
  new URL("../dist/tracktag.html-data.json", import.meta.url),
  `${JSON.stringify(data, null, 2)}\n`,
);

import type { Json } from "../types.js";
import type { OutboundRecord } from "./destination.js";

/** What of the records goes to a destination. */
export interface Filter {
  /** Event types, or beginnings of them with a `*` behind; `identify` for identify records. Empty: all. */
  types: string[];
  /** The same: these do not. */
  exceptTypes: string[];
  /** Fields of `data`, or of an identify record's traits, that are left out. */
  dropFields: string[];
  /** Fields that get another name: the old → the new. */
  renameFields: Record<string, string>;
}

/** The record as this destination gets it; undefined: it does not. */
export const filtered = (record: OutboundRecord, filter: Filter): OutboundRecord | undefined => {
  const { types, exceptTypes } = filter;
  const type = record.kind === "event" ? record.event_type : record.kind;
  const isMeant = (pattern: string) =>
    pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
  if ((types.length && !types.some(isMeant)) || exceptTypes.some(isMeant)) return undefined;
  return record.kind === "event"
    ? { ...record, data: fields(record.data, filter) }
    : { ...record, traits: fields(record.traits, filter), unset_traits: names(record.unset_traits, filter) };
};

const fields = (data: Json, filter: Filter): Json => {
  const kept = Object.entries(data).filter(([name]) => !filter.dropFields.includes(name));
  const isRenamed = ([name]: [string, unknown]) => Object.hasOwn(filter.renameFields, name);
  // Those renamed last: they win over a field that already has the name.
  return Object.fromEntries([
    ...kept.filter((field) => !isRenamed(field)),
    ...kept.filter(isRenamed).map(([name, value]) => [filter.renameFields[name], value]),
  ]);
};

const names = (list: string[], { dropFields, renameFields }: Filter): string[] =>
  list
    .filter((name) => !dropFields.includes(name))
    .map((name) => (Object.hasOwn(renameFields, name) ? (renameFields[name] as string) : name));

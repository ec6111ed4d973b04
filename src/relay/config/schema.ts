import { groupOf, SETTINGS } from "./settings.js";

/** The JSON Schema of the configuration file, for editors. The relay itself checks more than a schema can say. */
export function configSchema(): object {
  const properties: Record<string, unknown> = { $schema: { type: "string" } };
  for (const setting of SETTINGS) {
    const { path, help, kind, default: preset } = setting;
    const schema = { description: help, ...kind.schema, ...(preset !== undefined && { default: preset }) };
    const group = groupOf(setting);
    if (!group) properties[path] = schema;
    else membersOf(properties, group)[path.slice(group.length + 1)] = schema;
  }
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "tracktag.config.json",
    type: "object",
    additionalProperties: false,
    properties,
  };
}

/** The properties of the group's own schema, which is made if there is none yet. */
function membersOf(properties: Record<string, unknown>, group: string): Record<string, unknown> {
  properties[group] ??= { type: "object", additionalProperties: false, properties: {} };
  return (properties[group] as { properties: Record<string, unknown> }).properties;
}

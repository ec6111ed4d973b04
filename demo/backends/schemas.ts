import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";

export type Schema = Record<string, unknown>;

/** RFC 3339, as ISO 8601 is written in the examples of all documents. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const ajv = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  formats: { time: (value: string) => TIME.test(value) && !Number.isNaN(Date.parse(value)) },
});

export const compile = <T>(schema: Schema): ValidateFunction<T> => ajv.compile<T>(schema);

/** A text that is not empty. */
export const text: Schema = { type: "string", minLength: 1 };
export const time: Schema = { type: "string", format: "time" };
export const anyObject: Schema = { type: "object" };

/** An object with these members and no other. */
export const exactly = (properties: Record<string, Schema>, required: string[]): Schema => ({
  type: "object",
  additionalProperties: false,
  properties,
  required,
});

export const messageOf = (errors: ErrorObject[] | null | undefined): string =>
  (errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`).join("; ");

/** What a header of the form `Bearer SECRET` has; undefined for any other. */
export const bearer = (header: string | string[] | undefined): string | undefined =>
  /^Bearer (.+)$/.exec(String(header ?? ""))?.[1];

export const isJson = (type: string | undefined): boolean => /^application\/json\b/.test(type ?? "");

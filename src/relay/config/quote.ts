/** A value as it is named in an error: as JSON, a URL without user and password. */
export const quote = (value: unknown): string =>
  JSON.stringify(value).replace(/(https?:[\\/]*)[^"]*@/gi, "$1");

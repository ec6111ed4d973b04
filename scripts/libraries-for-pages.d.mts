/** A rollup plugin: libraries as a script for pages needs them. */
export const librariesForPages: {
  name: string;
  banner: string;
  /** Null for a file that is left as it is. @throws where a library has changed */
  transform(code: string, id: string): { code: string; map: null } | null;
};

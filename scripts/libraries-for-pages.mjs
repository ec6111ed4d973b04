import ts from "typescript";

/**
 * The page gets of ua-parser-js 1.x what tells a browser, an engine, a system and a device: its tables, and what reads
 * them. Each row: a piece of its source, and what stands there instead. Left out are the processor, what it looks up in
 * the page, and the loaders, one of which would write into the page's jQuery.
 */
const PARSER = [
  [/^[\s\S]*?\(function \(window, undefined\) \{/, "export const UAParser = (() => {"],
  [/^ {8}cpu : \[\[[\s\S]*?^ {8}\],$/m, ""],
  [
    /^ {4}var UAParser = function[\s\S]*$/m,
    `  const part = (userAgent, name) => {
    const told = {};
    rgxMapper.call(told, userAgent, regexes[name]);
    return [name, told];
  };
  return (userAgent) => Object.fromEntries(Object.keys(regexes).map((name) => part(userAgent, name)));
})();`,
  ],
];

/** By the end of the file's name: what becomes of a library's source. */
const LIBRARIES = {
  "ua-parser-js/src/ua-parser.js"(code) {
    return PARSER.reduce((made, [piece, instead]) => {
      if (!piece.test(made)) throw new Error(`ua-parser-js has changed: nothing matches ${piece}`);
      return made.replace(piece, () => instead);
    }, code);
  },
  // Its classes have fields, which Safari does not know before 14.1: the whole script would be a syntax error.
  "web-vitals/dist/web-vitals.attribution.js": (code) =>
    ts.transpile(code, { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext }),
};

/** A rollup plugin: libraries as a script for pages needs them. */
export const librariesForPages = {
  name: "libraries-for-pages",
  banner: "/*! web-vitals, ua-parser-js: tracktag.full.notices.txt */",
  transform(code, id) {
    const name = Object.keys(LIBRARIES).find((end) => id.endsWith(end));
    return name ? { code: LIBRARIES[name](code), map: null } : null;
  },
};

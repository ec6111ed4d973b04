/**
 * A stand-in for analytics.js, which is not on npm: it has what autotrack's plugins ask of it, and sends each hit by
 * itself, as analytics.js does.
 */
const fields = {};
const plugins = {};

const tracker = {
  get: (name) => fields[name],
  set: (name, value) => Object.assign(fields, typeof name === "object" ? name : { [name]: value }),
  send: (hitType, hit) =>
    navigator.sendBeacon("/sink/autotrack", `${new URLSearchParams({ hitType, ...hit })}`),
};

window.ga = (command, name, value) => {
  if (command === "provide") plugins[name] = value;
  else if (command === "require") new plugins[name](tracker, value);
};

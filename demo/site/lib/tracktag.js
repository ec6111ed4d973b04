/** A tracktag command; it may come before the script has loaded. */
export function tracktag(command, ...args) {
  window.tracktag ||= [];
  window.tracktag.push([command, ...args]);
}

/** Chromium as the tests start it. */
export const CHROMIUM_FLAGS = [
  // Containers run as root, where Chromium's sandbox does not start.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Each window prepares its address bar's popup, which nobody sees: a page of its own, which takes longer than most tests'.
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
];

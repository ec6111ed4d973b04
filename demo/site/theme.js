// A classic script that runs before the first paint: a module would come too late and flash the other theme.
(() => {
  const root = document.documentElement;
  try {
    root.dataset.theme = localStorage.getItem("northbet.theme") || "dark";
  } catch {
    // Storage is blocked: the dark theme stays.
  }
  // `?still`: a fixed clock, no ticking and no animation, for pictures.
  root.classList.toggle("still", new URLSearchParams(location.search).has("still"));
})();

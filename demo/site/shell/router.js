/** What is shown where. `show` gets the groups of the pattern and returns `{title, content, brand?, slip?}`. */
export function startRouter(routes, render) {
  const show = () => {
    for (const [pattern, page] of routes) {
      const match = pattern.exec(location.pathname);
      if (match) return render(page(...match.slice(1)), location.pathname);
    }
  };

  addEventListener("popstate", show);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='/']");
    // A modified click opens a tab or a window: the browser's business.
    if (
      !link ||
      event.defaultPrevented ||
      event.button ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    if (link.pathname === location.pathname) return scrollTo({ top: 0 });
    history.pushState(null, "", link.pathname);
    show();
    scrollTo({ top: 0, behavior: "instant" });
    document.getElementById("main").focus({ preventScroll: true });
  });
  show();
}

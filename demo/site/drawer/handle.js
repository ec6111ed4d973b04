import { h } from "../lib/h.js";
import { DOCKED, layOut } from "../shell/layout.js";

/** What is left of the drawer when it is collapsed: a live counter that opens it. */
export function createHandle() {
  const count = h("b", {}, "0");
  const element = h(
    "button.drawer-handle",
    { type: "button", "aria-controls": "drawer-panel", onclick: () => setOpen(true) },
    h("i.pulse"),
    count,
    h("span", {}, "received"),
  );

  function setOpen(open) {
    document.documentElement.classList.toggle("drawer-open", open);
    element.setAttribute("aria-expanded", String(open));
    layOut();
  }

  return {
    element,
    setOpen,
    /** Collapses, and leaves the keyboard where it can open again. */
    close() {
      setOpen(false);
      element.focus();
    },
    show: (received) => {
      count.textContent = String(received);
    },
    isRoomy: () => DOCKED.matches,
  };
}

import { icon } from "../art/icons.js";
import { h } from "../lib/h.js";

/** The three places of the site: path, the item's reported name, text, icon. */
const ITEMS = [
  ["/", "sports", "Sports", "home"],
  ["/live", "live", "Live", "bolt"],
  ["/casino", "casino", "Casino", "casino"],
];

/** The items of the menu, for the header and for the tab bar; the menu's name stands on what surrounds them. */
export const menuItems = (withIcons) =>
  ITEMS.map(([href, item, text, name]) =>
    h("a.menu-item", { href, "data-track-item": item }, withIcons && icon(name, 22), text),
  );

/** Marks the item of the page that is shown. */
export function markMenu(pathname) {
  for (const link of document.querySelectorAll(".menu-item, .nav-item")) {
    if (link.pathname === pathname) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

import { menuItems } from "./menu.js";

/** The phone's menu, in reach of the thumb. */
export function fillTabBar(bar) {
  bar.setAttribute("data-track-location", "tab-bar:default");
  bar.setAttribute("data-track-menu", "tab-bar");
  bar.append(...menuItems(true));
}

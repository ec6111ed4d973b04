import type { Box } from "./box.js";

/**
 * An element's border box in the viewport, in the viewport's px. Where the page has a CSS zoom, WebKit divides an
 * element's place in the page by it, and then takes off how far the page is scrolled, which it has not divided.
 */
export function rectOf(element: Element): Box {
  const root = document.documentElement;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  // The root element is as wide as the viewport.
  const zoom = root.clientWidth / root.getBoundingClientRect().width;
  const toX = (x: number) => (x + scrollX) * zoom - scrollX;
  const toY = (y: number) => (y + scrollY) * zoom - scrollY;
  return { left: toX(left), top: toY(top), right: toX(right), bottom: toY(bottom) };
}

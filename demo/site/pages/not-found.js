import { h } from "../lib/h.js";

export const notFoundPage = () => ({
  title: "Not found",
  content: [
    h(
      "div.notice",
      {},
      h("h1", {}, "Offside"),
      h("p", {}, "There is no such page."),
      h("a.button.primary", { href: "/" }, "To the sportsbook"),
    ),
  ],
});

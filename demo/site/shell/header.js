import { logo } from "../art/logo.js";
import { h } from "../lib/h.js";
import { accountButton } from "./account.js";
import { menuItems } from "./menu.js";

export function fillHeader(header) {
  header.setAttribute("data-track-location", "header:default");
  header.append(
    h("a.logo-link", { href: "/", "aria-label": "Northbet, home" }, logo()),
    h("nav.header-menu", { "data-track-menu": "main", "aria-label": "Main" }, menuItems(false)),
    h("span.spacer"),
    accountButton(),
  );
}

import { icon } from "../art/icons.js";
import { LEAGUES } from "../data/leagues.js";
import { leagueTile } from "../home/league-tile.js";
import { h } from "../lib/h.js";
import { tracktag } from "../lib/tracktag.js";
import { switchRow } from "./switch-row.js";
import { toast } from "./toast.js";

/** The demo's only user. */
const USER = { id: "520535", traits: { tier: "gold", language: "en" } };
let signedIn = false;

/**
 * The account: sign-in, a favourite, consent and theme, in a popover. The visitor's own affairs: nothing in it is tracked,
 * though the favourite is the same annotated tile as on the page.
 */
export function accountButton() {
  const who = h("span.account-name", {}, "Sign in");
  const sign = h("button.button.primary", {
    type: "button",
    onclick: () => (signedIn ? signOut() : signIn()),
  });
  const panel = h(
    "div.account-panel",
    {
      id: "account",
      popover: "auto",
      // A link leads on: the panel is not needed any more.
      onclick: ({ target }) => target.closest("a") && panel.hidePopover(),
    },
    h("h2", {}, "Your account"),
    sign,
    h("h3", {}, "Your league"),
    leagueTile(LEAGUES[0]),
    switchRow("Measurement", "Impressions and clicks are recorded", true, (granted) =>
      tracktag("consent", granted),
    ),
    switchRow("Light theme", "The same site by day", theme() === "light", (light) =>
      setTheme(light ? "light" : "dark"),
    ),
  );

  function show() {
    who.textContent = signedIn ? USER.id : "Sign in";
    sign.textContent = signedIn ? "Sign out" : `Sign in as demo user ${USER.id}`;
  }
  function signIn() {
    signedIn = true;
    tracktag("identify", USER.id, USER.traits);
    tracktag("track", "users:login");
    toast(`Signed in as ${USER.id}.`);
    show();
    panel.hidePopover();
  }
  function signOut() {
    signedIn = false;
    tracktag("identify", null);
    toast("Signed out. What follows is anonymous.");
    show();
    panel.hidePopover();
  }

  show();
  return h(
    "div.account",
    { "data-track-ignore": true },
    h("button.button.account-button", { type: "button", popovertarget: "account" }, icon("user", 18), who),
    panel,
  );
}

const theme = () => document.documentElement.dataset.theme;

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  try {
    localStorage.setItem("northbet.theme", name);
  } catch {
    // Storage is blocked: the choice lasts until the page is left.
  }
}

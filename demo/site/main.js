import { startDrawer } from "./drawer/drawer.js";
import { startMinutes } from "./matches/match-status.js";
import { startTicker } from "./odds/ticker.js";
import { casinoPage } from "./pages/casino.js";
import { homePage } from "./pages/home.js";
import { leaguePage, livePage, sportPage } from "./pages/matches.js";
import { notFoundPage } from "./pages/not-found.js";
import { fillFooter } from "./shell/footer.js";
import { fillHeader } from "./shell/header.js";
import { startLayout } from "./shell/layout.js";
import { markMenu } from "./shell/menu.js";
import { startRouter } from "./shell/router.js";
import { fillSidebar } from "./shell/sidebar.js";
import { fillTabBar } from "./shell/tab-bar.js";
import { startSlip } from "./slip/slip-panel.js";

const part = (id) => document.getElementById(id);

fillHeader(part("header"));
fillSidebar(part("sidebar"));
fillTabBar(part("tab-bar"));
fillFooter(part("footer"));
startDrawer(part("drawer"));
startSlip(part("slip"));
startLayout();
startMinutes();

const watchOdds = startTicker();
const main = part("main");

startRouter(
  [
    [/^\/$/, homePage],
    [/^\/live$/, livePage],
    [/^\/sport\/([a-z]+)$/, sportPage],
    [/^\/league\/(\d+)$/, leaguePage],
    [/^\/casino$/, casinoPage],
    [/./, notFoundPage],
  ],
  ({ title, content, brand, slip = true }, pathname) => {
    document.title = `${title} · Northbet`;
    // What is seen and pressed in the casino belongs to a brand of its own; the header and the footer around it do not.
    if (brand) main.setAttribute("data-track-brand", brand);
    else main.removeAttribute("data-track-brand");
    main.replaceChildren(...content);
    part("slip").hidden = !slip;
    markMenu(pathname);
    watchOdds(main);
  },
);

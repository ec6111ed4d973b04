import { createApp, h, KeepAlive, Transition, type VNode } from "vue";
import { createRouter, createWebHistory, RouterLink, RouterView } from "vue-router";
import { addStyle, show } from "./parts/match.js";

/** A client-side router that keeps its pages alive and fades from one to the next; some matches stand on several. */

addStyle(
  ".fade-enter-active, .fade-leave-active { transition: opacity 0.2s } .fade-enter-from, .fade-leave-to { opacity: 0 }",
);
show("<main></main>");

const page = (name: string, first: number) => ({
  name,
  render: () =>
    h(
      "section",
      { "data-track-location": "router:list" },
      Array.from({ length: 15 }, (_, index) =>
        h("article", { class: "match", "data-track-event": `${first + index}` }, [
          `Match ${first + index} `,
          h("button", { "data-track-outcome": `${first + index}1` }, "1.85"),
        ]),
      ),
    ),
});

const PAGES = { "": page("Home", 1), live: page("Live", 3), later: page("Later", 30) };

const router = createRouter({
  history: createWebHistory("/vue-router"),
  routes: Object.entries(PAGES).map(([path, component]) => ({ path: `/${path}`, component })),
});

createApp({
  render: () => [
    h(
      "nav",
      Object.keys(PAGES).map((path) =>
        h(RouterLink, { to: `/${path}`, "data-go": "" }, () => path || "home"),
      ),
    ),
    h(RouterView, null, {
      default: ({ Component }: { Component: VNode }) =>
        h(Transition, { name: "fade", mode: "out-in" }, () => h(KeepAlive, null, [Component])),
    }),
  ],
})
  .use(router)
  .mount("main");

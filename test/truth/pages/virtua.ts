import { VList } from "virtua/vue";
import { createApp, h } from "vue";
import { addStyle, show } from "./parts/match.js";

/** A virtual list that makes its nodes anew when they come near the viewport. */

addStyle("body { overflow: hidden }");
show('<main data-track-location="virtua:list"></main>');

const row = ({ item }: { item: number }) =>
  h("article", { class: "match", "data-track-event": `${item}` }, [
    `Match ${item} `,
    h("button", { "data-track-outcome": `${item}1` }, "1.85"),
  ]);
const data = Array.from({ length: 500 }, (_, index) => index + 1);

createApp({ render: () => h(VList, { data, style: { height: "100vh" } }, { default: row }) }).mount("main");

import { h } from "../lib/h.js";
import { slip } from "./slip.js";

const QUICK = [5, 10, 25, 50];

/** The stake in euros. What a visitor types about money is nobody's business: nothing in here is tracked. */
export function stakeField(changed) {
  const set = (value) => {
    slip.stake = Math.max(0, Number(value) || 0);
    changed();
  };
  const input = h("input", {
    id: "stake",
    type: "number",
    inputmode: "decimal",
    min: "0",
    step: "1",
    value: String(slip.stake),
    oninput: () => set(input.value),
  });
  return h(
    "div.stake",
    { "data-track-ignore": true },
    h("label", { for: "stake" }, "Stake, €"),
    input,
    h(
      "div.stake-quick",
      {},
      QUICK.map((amount) =>
        h(
          "button.chip",
          {
            type: "button",
            onclick: () => {
              input.value = String(amount);
              set(amount);
            },
          },
          String(amount),
        ),
      ),
    ),
  );
}

import { formatPrice } from "../lib/format.js";
import { h } from "../lib/h.js";
import { priceOf } from "./book.js";

/** A price that follows the book. */
export const price = (id) => h("span.price", { "data-price-of": id }, formatPrice(priceOf(id)));

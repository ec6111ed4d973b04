import Swiper from "swiper";
import css from "swiper/css?inline";
import { Autoplay, Navigation } from "swiper/modules";
import { addStyle, matches, show } from "./parts/match.js";

/** A carousel that goes round and plays by itself; every slide is there twice, as in those that clone. */

const slides = [1, 2, 3, 4, 5, 6].map(
  (id) => `<div class="swiper-slide banner" data-track-game="${id}">${id}</div>`,
);

addStyle(`${css} .banner { height: 220px; background: #cde }`);
show(`<section class="swiper" data-track-location="swiper:loop">
    <div class="swiper-wrapper">${slides.join("").repeat(2)}</div>
    <button data-go class="next">next</button></section>
  <section data-track-location="swiper:below">${matches(20)}</section>`);

new Swiper(".swiper", {
  modules: [Autoplay, Navigation],
  loop: true,
  slidesPerView: 2.5,
  speed: 300,
  autoplay: { delay: 1200, disableOnInteraction: false },
  navigation: { nextEl: ".next" },
});

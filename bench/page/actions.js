/** What is done to a page, by itself: the same for all contenders. Frames drive what scrolls, not milliseconds. */
const frame = () => new Promise(requestAnimationFrame);

window.bench = {
  rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),

  /** Keeps the main thread busy for a time, ms. */
  spin(ms) {
    const end = performance.now() + ms;
    while (performance.now() < end);
  },

  /** Resolves when two frames have come, and what was waiting for them is done. */
  async settle() {
    await frame();
    await frame();
    await bench.rest(50);
  },

  /** Adds a script as a tag does, and resolves when it has run. */
  load(src, data) {
    const script = Object.assign(document.createElement("script"), { src });
    Object.assign(script.dataset, data);
    return new Promise((resolve, reject) => {
      Object.assign(script, { onload: () => resolve(), onerror: () => reject(new Error(`no ${src}`)) });
      document.head.append(script);
    });
  },

  /** From where it stands, by `step` px each frame. */
  async scroll(frames, step) {
    for (let count = 0; count < frames; count++) {
      await frame();
      scrollBy(0, step);
    }
    await frame();
  },

  /** As a reader does: a viewport, then a rest. */
  async read(stops, rest) {
    for (let count = 0; count < stops; count++) {
      scrollBy(0, innerHeight);
      await bench.rest(rest);
    }
  },

  /** Live odds for a time, ms: ten times a second, 50 prices change their text and two cards give way to others. */
  async odds(ms) {
    const prices = document.querySelectorAll("button");
    const cards = document.querySelectorAll(".card");
    let turn = 0;
    const id = setInterval(() => {
      for (let count = 0; count < 50; count++)
        prices[(turn * 97 + count * 31) % prices.length].textContent = `${1 + ((turn + count) % 90) / 10}`;
      for (let count = 0; count < 2; count++) {
        const card = cards[(turn * 2 + count) % cards.length];
        const other = card.cloneNode(true);
        other.dataset.trackEvent = other.id = `x${turn}-${count}`;
        card.replaceWith(other);
      }
      turn++;
    }, 100);
    await bench.rest(ms);
    clearInterval(id);
  },

  /** Opens a list of 100 cards and closes it again. */
  async toggle(times) {
    const list = document.querySelector("main");
    const cards = [...list.children]
      .slice(0, 100)
      .map((card) => card.outerHTML)
      .join("");
    for (let count = 0; count < times; count++) {
      const opened = document.createElement("section");
      opened.innerHTML = cards.replaceAll('event="', `event="${count}-`).replaceAll('id="', `id="${count}-`);
      list.before(opened);
      await frame();
      await frame();
      opened.remove();
      await frame();
    }
  },

  /** Notes when the first listener of an event is called: before a contender adds its own. */
  beginClicks(types) {
    bench.took = 0;
    for (const type of types) addEventListener(type, () => (bench.begun = performance.now()), true);
  },

  /** Adds up the time until the last one, ms: after a contender has added its own. */
  endClicks(types) {
    for (const type of types) addEventListener(type, () => (bench.took += performance.now() - bench.begun));
  },

  /** Remembers how long each interaction takes until the next frame, ms. */
  watchEvents() {
    const durations = new Map();
    bench.interactions = () => [...durations.values()];
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries())
        if (interactionId)
          durations.set(interactionId, Math.max(duration, durations.get(interactionId) ?? 0));
    }).observe({ type: "event", durationThreshold: 16 });
  },
};

// When the link was clicked, for the page that it leads to.
addEventListener(
  "click",
  ({ target, timeStamp }) => {
    if (target.id === "next") sessionStorage.clicked = performance.timeOrigin + timeStamp;
  },
  true,
);

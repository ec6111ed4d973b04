/** `?still`: the page is a picture of itself. Nothing ticks, and the time is always the same. */
export const still = document.documentElement.classList.contains("still");

const FIXED = Date.UTC(2026, 10, 21, 18, 30);

/** Milliseconds since 1970; in a still page always 21 November 2026, 18:30 UTC. */
export const now = () => (still ? FIXED : Date.now());

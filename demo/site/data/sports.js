/** The sports. `draw`: whether a match can end level; `minutes`: how long one is played. */
export const SPORTS = [
  {
    id: "1000093190",
    slug: "football",
    name: "Football",
    short: "Football",
    draw: true,
    minutes: 90,
    goals: 3,
  },
  {
    id: "1000093191",
    slug: "basketball",
    name: "Basketball",
    short: "Basket",
    draw: false,
    minutes: 48,
    goals: 98,
  },
  { id: "1000093192", slug: "tennis", name: "Tennis", short: "Tennis", draw: false, minutes: 150, goals: 2 },
  {
    id: "1000093193",
    slug: "hockey",
    name: "Ice hockey",
    short: "Hockey",
    draw: true,
    minutes: 60,
    goals: 5,
  },
  {
    id: "1000093194",
    slug: "handball",
    name: "Handball",
    short: "Handball",
    draw: true,
    minutes: 60,
    goals: 30,
  },
  {
    id: "1000093195",
    slug: "esports",
    name: "Esports",
    short: "Esports",
    draw: false,
    minutes: 120,
    goals: 2,
  },
];

export const sportBySlug = (slug) => SPORTS.find((sport) => sport.slug === slug);
export const sportById = (id) => SPORTS.find((sport) => sport.id === id);

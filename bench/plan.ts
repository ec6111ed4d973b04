import { BARE, CONTENDERS, type Contender, LONG, NONE, OURS, UNPARKED } from "./contenders.js";
import { clicks } from "./phases/clicks.js";
import { file } from "./phases/file.js";
import { heap } from "./phases/heap.js";
import { idle } from "./phases/idle.js";
import { inp } from "./phases/inp.js";
import { leak } from "./phases/leak.js";
import { navigation } from "./phases/navigation.js";
import { odds } from "./phases/odds.js";
import { read } from "./phases/read.js";
import { fast, slow } from "./phases/scroll.js";
import { start } from "./phases/start.js";
import { wire } from "./phases/wire.js";
import type { Phase } from "./session.js";

/** A page, what is done to it in this order, and with whom. */
export interface Part {
  name: string;
  cards: number;
  phases: Record<string, Phase>;
  contenders: Contender[];
  /** Fewer rounds than the others, where figures hardly differ. */
  rounds?: number;
}

const OWN = [NONE, BARE, OURS];

export const PLAN: Part[] = [
  {
    name: "1,000 cards",
    cards: 1000,
    phases: { start, heap, read, idle, slow, fast, odds, clicks },
    contenders: CONTENDERS,
  },
  { name: "10,000 cards", cards: 10_000, phases: { start, heap, slow, fast }, contenders: LONG },
  // Some of the others need minutes for it.
  {
    name: "50,000 cards",
    cards: 50_000,
    phases: { start, fast },
    contenders: [...OWN, UNPARKED],
    rounds: 3,
  },
  { name: "an empty page", cards: 0, phases: { file }, contenders: CONTENDERS },
  { name: "a slow processor", cards: 1000, phases: { inp }, contenders: OWN },
  { name: "the wire", cards: 100, phases: { wire }, contenders: [OURS], rounds: 3 },
  { name: "a link", cards: 20, phases: { navigation }, contenders: OWN },
  { name: "a list that opens and closes", cards: 100, phases: { leak }, contenders: OWN, rounds: 3 },
];

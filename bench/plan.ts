import {
  BARE,
  CONTAINERS,
  CONTENDERS,
  type Contender,
  LONG,
  NONE,
  OURS,
  SIBLINGS,
  UNPARKED,
} from "./contenders.js";
import type { EngineName } from "./engines.js";
import type { Kind } from "./page/html.js";
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
import { start, tracedStart } from "./phases/start.js";
import { beginClicks, timedClicks } from "./phases/timed-clicks.js";
import { wire } from "./phases/wire.js";
import type { Phase } from "./session.js";
import type { Tab } from "./tab.js";

/** A page, and with whom. */
interface Page {
  name: string;
  cards: number;
  /** In Chromium; a list where nothing is said. */
  kind?: Kind;
  contenders: Contender[];
  /** Fewer rounds than the others, where figures hardly differ or a page takes long. */
  rounds?: number;
}

/** What is done to it, in this order: in Chromium, or with what all engines tell. */
export type Part = Page &
  (
    | { engine?: undefined; phases: Record<string, Phase> }
    | { engine: EngineName; phases: Record<string, Phase<Tab>> }
  );

const OWN = [NONE, BARE, OURS];

/** Where there is no trace. */
const ELSEWHERE = {
  cards: 1000,
  phases: { before: beginClicks, start, slow, fast, clicks: timedClicks },
  contenders: OWN,
  rounds: 3,
};

/** The ways to find what stands for many. */
const GUARDED = {
  cards: 10_000,
  phases: { start, slow, fast },
  contenders: [NONE, BARE, SIBLINGS, CONTAINERS, OURS],
  rounds: 3,
};

/** In this order in each round. What takes long comes last: if a run must end early, its last round is what is lacking. */
export const PLAN: Part[] = [
  { name: "an empty page", cards: 0, phases: { file }, contenders: CONTENDERS },
  { name: "a slow processor", cards: 1000, phases: { inp }, contenders: OWN },
  { name: "the wire", cards: 100, phases: { wire }, contenders: [OURS], rounds: 3 },
  { name: "a link", cards: 20, phases: { navigation }, contenders: OWN },
  { name: "a list that opens and closes", cards: 100, phases: { leak }, contenders: OWN, rounds: 3 },
  { ...ELSEWHERE, name: "1,000 cards in Firefox", engine: "firefox" },
  { ...ELSEWHERE, name: "1,000 cards in WebKitGTK", engine: "webkit" },
  {
    name: "1,000 cards",
    cards: 1000,
    phases: { start: tracedStart, heap, read, idle, slow, fast, odds, clicks },
    contenders: CONTENDERS,
  },
  // Some of the others need minutes for it.
  {
    name: "50,000 cards",
    cards: 50_000,
    phases: { start: tracedStart, fast },
    contenders: [...OWN, UNPARKED],
    rounds: 3,
  },
  { ...GUARDED, name: "10,000 cards in lanes", kind: "lanes" },
  { ...GUARDED, name: "10,000 cards in a list" },
  { name: "10,000 cards", cards: 10_000, phases: { start: tracedStart, heap, slow, fast }, contenders: LONG },
];

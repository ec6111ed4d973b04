import { now } from "../lib/clock.js";
import { random } from "../lib/random.js";
import { LEAGUES } from "./leagues.js";
import { marketsOf } from "./markets.js";
import { sportBySlug } from "./sports.js";

const PER_LEAGUE = 25;
const LIVE_PER_LEAGUE = 5;
const MINUTE = 60_000;
const FIRST_EVENT = 1018561957;

const next = random(20261121);
const start = now();

/** 300 matches, the first five of each league in play, the rest in the order in which they begin. */
export const MATCHES = LEAGUES.flatMap((league, l) =>
  pairings(league.teams)
    .slice(0, PER_LEAGUE)
    .map(([home, away], i) => match(league, home, away, l, i)),
);

const byId = new Map(MATCHES.map((match) => [match.id, match]));
export const matchById = (id) => byId.get(id);
export const matchesOfLeague = (id) => MATCHES.filter((match) => match.league.id === id);
export const liveMatches = MATCHES.filter((match) => match.live);
export const upcomingMatches = MATCHES.filter((match) => !match.live).sort((a, b) => a.kickoff - b.kickoff);

function match(league, home, away, l, place) {
  const index = l * PER_LEAGUE + place;
  const sport = sportBySlug(league.sport);
  const live = place < LIVE_PER_LEAGUE;
  const kickoff = live
    ? start - Math.floor((0.1 + next() * 0.8) * sport.minutes) * MINUTE
    : Math.ceil(
        (start + (place - LIVE_PER_LEAGUE) * 95 * MINUTE + ((l * 25) % 90) * MINUTE) / (15 * MINUTE),
      ) *
      15 *
      MINUTE;
  const score = live
    ? [0, 1].map(() => scoreAfter((start - kickoff) / MINUTE / sport.minutes, sport, next))
    : null;
  const id = String(FIRST_EVENT + index * 7);
  return {
    id,
    sport,
    league,
    home,
    away,
    live,
    kickoff,
    score,
    markets: marketsOf(id, sport, index, home, away, next),
  };
}

/** Goals of one side after a share of the match: many and even where many are scored, few and uneven elsewhere. */
function scoreAfter(share, { goals }, next) {
  return goals > 20
    ? Math.round(goals * share * (0.85 + next() * 0.3))
    : Math.floor(next() * next() * (goals + 1.5));
}

/** Every pairing of a league once, by the circle method, so that neighbours in the list are different clubs. */
function pairings(teams) {
  const rounds = [];
  const ring = [...teams];
  for (let round = 1; round < teams.length; round++) {
    for (let i = 0; i < ring.length / 2; i++) rounds.push([ring[i], ring[ring.length - 1 - i]]);
    ring.splice(1, 0, ring.pop());
  }
  return rounds;
}

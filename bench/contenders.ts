export interface Contender {
  name: string;
  /** As tables show it. */
  label: string;
  /** The path of its script on the site. */
  src: string;
  /** What the tag's dataset says. */
  data: Record<string, string>;
}

const contender = (name: string, label: string, data = {}): Contender => ({
  name,
  label,
  src: `/contenders/${name}.js`,
  data,
});

export const NONE = contender("none", "no script");
export const BARE = contender("bare", "bare");
export const OURS = contender("tracktag", "tracktag", { endpoint: "/sink/tracktag" });

/** Ours, when it looks after all elements of a long list by itself. */
export const UNPARKED: Contender = {
  name: "unparked",
  label: "tracktag, data-lobby=0",
  src: OURS.src,
  data: { ...OURS.data, lobby: "0" },
};

/** All that are compared. `bare` is one observer of each kind and one listener: nothing is sent. */
export const CONTENDERS: Contender[] = [
  NONE,
  BARE,
  OURS,
  contender("snowplow", "Snowplow"),
  contender("amplitude", "Amplitude"),
  contender("posthog", "PostHog, clicks alone"),
  contender("autotrack", "autotrack, seen alone"),
];

/** Other ways to leave alone what is far: one target for many cards. */
const guards = (by: string, label: string): Contender => ({
  ...contender("guards", label, { by }),
  name: by,
});

export const SIBLINGS = guards("siblings", "a target for 16 siblings");
export const CONTAINERS = guards("containers", "a target for each container");

/** All that a table may have. */
export const COLUMNS: Contender[] = CONTENDERS.flatMap((one) =>
  one === BARE ? [BARE, SIBLINGS, CONTAINERS] : one === OURS ? [OURS, UNPARKED] : [one],
);

/** Where lists are long. */
export const LONG: Contender[] = CONTENDERS.flatMap((one) => (one === OURS ? [OURS, UNPARKED] : [one]));

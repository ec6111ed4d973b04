/** How many visits each way to deliver is walked: few in every day's run, a thousand for what is published. */
export const VISITS = Number(process.env.TRACKTAG_VISITS ?? 60);

/** A whole run, whose results are published. */
export const IS_WHOLE = VISITS >= 1000;

/** Other ways to deliver are there to be compared: every day's run sees that they still go. */
export const OTHERS_VISITS = IS_WHOLE ? VISITS : Math.min(VISITS, 10);

/** The visits of one walk, in one browser. */
export const WALK = 60;

/** How many visits each way to deliver is walked: few in every day's run, a thousand for what is published. */
export const VISITS = Number(process.env.TRACKTAG_VISITS ?? 60);

/** The visits of one walk, in one browser. */
export const WALK = 20;

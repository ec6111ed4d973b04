import type { Fault } from "../../../demo/backends/backend.js";
import type { DestinationName } from "../../../src/destinations/index.js";
import type { Tracker } from "../../../src/tracker.js";
import type { Listener } from "../../../src/types.js";
import { expect, SCRIPT, test } from "../../support/direct.js";
import { flush, push } from "../../support/tracker.js";

type Told = Parameters<Listener>[0];

const CLICK = "clicks:event";
const WYNTA = { accepted: 0, rejected: 1, errors: [{ index: 0, code: "MISSING_FIELD", message: "no" }] };

/** What befalls an event of this type, and what a listener is told of it after `captured`. */
const ROWS: [name: DestinationName, type: string, fault: Fault | undefined, told: string[]][] = [
  ["sportradar", CLICK, undefined, ["sent"]],
  ["sportradar", CLICK, { status: 400 }, ["dropped http_400"]],
  ["sportradar", CLICK, { status: 503 }, ["failed http_503", "sent"]],
  ["sportradar", CLICK, "reset", ["failed network", "sent"]],
  ["antsomi", CLICK, { status: 404 }, ["dropped http_404"]],
  ["primedata", CLICK, { status: 401 }, ["dropped http_401"]],
  ["wynta", CLICK, { status: 202, body: WYNTA }, ["dropped rejected"]],
  ["neuralens", CLICK, { status: 200, body: { status: "failure" } }, ["dropped rejected"]],
  ["neuralens", "users:login", undefined, ["dropped skipped"]],
];

for (const [name, type, fault, told] of ROWS)
  test(`${name}, ${type}, ${JSON.stringify(fault ?? "taken")}: a listener is told ${told}`, async ({
    start,
    visit,
    page,
    stats,
  }) => {
    const { tag, script } = await start(name);
    if (fault) script({ fault });
    await visit({ script: SCRIPT, tag });
    await page.evaluate(() => {
      const all: Told[] = [];
      Object.assign(window, { all });
      (window.tracktag as Tracker).subscribe((news) => all.push(news));
    });
    await push(page, ["track", type, { event_id: "1" }]);
    await flush(page);
    const news = () =>
      page.evaluate(() =>
        (window as unknown as { all: Told[] }).all.map(({ stage, event, reason }) =>
          `${event.event_type} ${stage} ${reason ?? ""}`.trim(),
        ),
      );
    await expect.poll(news).toEqual(["captured", ...told].map((each) => `${type} ${each}`));
    // Nothing is lost: what was captured is in one of the counts.
    const { captured, sent, queued, dropped } = await stats();
    const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
    expect([captured, queued]).toEqual([sent + lost, 0]);
  });

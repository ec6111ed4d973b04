import { expect, onTestFinished, test, vi } from "vitest";
import { batch, numbered } from "./support/batch.js";
import { forwardingTo, relay, sportradarServer } from "./support/relay.js";
import { eventually } from "./support/wait.js";

/** Has the machine's clock an hour back, from the call on and until the test ends. */
function setBack(): void {
  const real = Date.now.bind(Date);
  const spy = vi.spyOn(Date, "now").mockImplementation(() => real() - 3_600_000);
  onTestFinished(() => spy.mockRestore());
}

const of = (name: string) => `tracktag_${name}{destination="sportradar"}`;

test("with a rate, what comes then is forwarded", async () => {
  const sportradar = await sportradarServer();
  const { post } = await relay(forwardingTo(sportradar, { rate: 50 }));
  await post(batch([numbered("1")]));
  await eventually(() => expect(sportradar.accepted).toHaveLength(1));
  setBack();
  await post(batch([numbered("2")]));
  await eventually(() => expect(sportradar.accepted).toHaveLength(2));
});

test("what has failed is tried again", async () => {
  const sportradar = await sportradarServer();
  sportradar.script({ fault: { status: 503 } });
  const { post, metric } = await relay(forwardingTo(sportradar, { firstRetry: 500 }));
  await post(batch([numbered("1")]));
  await eventually(async () => expect(await metric(of("retried_total"))).toBe(1));
  setBack();
  await eventually(() => expect(sportradar.accepted).toHaveLength(1));
});

test("a paused destination goes on once its credentials are mended", async () => {
  const sportradar = await sportradarServer();
  const heal = sportradar.script({ fault: { status: 401 }, times: Number.POSITIVE_INFINITY });
  const { post, metric } = await relay(forwardingTo(sportradar, { probeInterval: 300 }));
  await post(batch([numbered("1")]));
  await eventually(async () => expect(await metric(of("paused"))).toBe(1));
  setBack();
  heal();
  await eventually(() => expect(sportradar.accepted).toHaveLength(1));
});

test("before a restart, what was to be tried again within the minute is tried at once", async () => {
  const sportradar = await sportradarServer();
  sportradar.script({ fault: { status: 503 } });
  const options = forwardingTo(sportradar, { firstRetry: 60_000 });
  const { post, metric, close, dataDir } = await relay(options);
  await post(batch([numbered("1")]));
  await eventually(async () => expect(await metric(of("retried_total"))).toBe(1));
  await close();
  setBack();
  await relay({ ...options, dataDir });
  await eventually(() => expect(sportradar.accepted).toHaveLength(1));
});

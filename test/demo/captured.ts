import type { Page } from "@playwright/test";

/** One event as the script captured it, before it was merged with others. */
export interface Captured {
  type: string;
  location: string;
  /** The ids in its list, if it has one. */
  ids: string[];
}

/** Notes in the page what the script captures, from its start. Returns how to read the notes. */
export async function captureInPage(page: Page): Promise<() => Promise<Captured[]>> {
  await page.addInitScript(() => {
    const captured: Captured[] = [];
    const commands: unknown[] = [];
    Object.assign(window, { captured, tracktag: commands });
    commands.push([
      "subscribe",
      ({ stage, event }: { stage: string; event: { event_type: string; data: Record<string, unknown> } }) => {
        if (stage !== "captured") return;
        const { events = [], leagues = [], sports = [], game_ids = [], location } = event.data;
        const list = [events, leagues, sports, game_ids].flat() as { id: string | number }[];
        captured.push({
          type: event.event_type,
          location: String(location),
          ids: list.map(({ id }) => String(id)),
        });
      },
    ]);
  });
  return () => page.evaluate(() => (window as unknown as { captured: Captured[] }).captured);
}

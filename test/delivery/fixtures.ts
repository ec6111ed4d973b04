import { test as base, expect } from "@playwright/test";
import { type Stage, startStage } from "./stage.js";
import type { Subject } from "./subjects/subject.js";
import { tracktag } from "./subjects/tracktag.js";
import type { Verdict } from "./verdict.js";

interface Fixtures {
  subject: Subject;
  stage: Stage;
  /** Resolves when the page has heard that its last click did not arrive. */
  failed(): Promise<void>;
  /** Settles, writes down what was measured, and expects that each event is kept once or lost for one of these reasons. */
  expectDelivered(...reasons: RegExp[]): Promise<Verdict>;
}

export const test = base.extend<Fixtures>({
  subject: [tracktag, { option: true }],

  failed: async ({ stage }, use) => {
    await use(() => expect.poll(() => stage.ledger.clicks().at(-1)?.stage).toBe("failed"));
  },

  stage: async ({ subject }, use) => {
    const stage = await startStage(subject);
    await use(stage);
    await stage.close();
  },

  expectDelivered: async ({ stage, subject }, use, info) => {
    await use(async (...reasons) => {
      const verdict = await stage.settle();
      const { captured, delivered, copies, lost } = verdict;
      const { visits, clicks } = stage.visitor;
      const { met, bytes } = stage.proxy;
      const requests = Object.values(met).reduce((sum, count) => sum + count, 0);
      const measured = {
        ...{ name: info.title, subject: subject.name, visits, captured, delivered, copies, lost },
        ...{ requests, bytes },
      };
      info.annotations.push({ type: "measured", description: JSON.stringify(measured) });
      expect(stage.ledger.clicks(), "clicks that were captured").toHaveLength(clicks);
      expect(verdict).toMatchObject({ doubles: [], strangers: [], entities: [] });
      expect(verdict.unexplained).toEqual([]);
      const others = Object.keys(lost).filter((reason) => !reasons.some((known) => known.test(reason)));
      expect(others, JSON.stringify(lost)).toEqual([]);
      return verdict;
    });
  },
});

export { expect } from "@playwright/test";

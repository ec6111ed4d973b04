import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Runs } from "../../src/relay/forward/runs.js";

const item = (run: string, n: number) => ({ run, n });

describe("runs", () => {
  test("give one portion of a run at a time, in order, and of different runs at once", () => {
    const runs = new Runs<{ run: string; n: number }>();
    for (const each of [item("a", 1), item("a", 2), item("b", 1)]) runs.push(each);
    expect(runs.take(1)).toEqual([item("a", 1)]);
    expect(runs.take(1)).toEqual([item("b", 1)]);
    expect(runs.take(1)).toEqual([]);
    runs.release("a");
    expect(runs.take(1)).toEqual([item("a", 2)]);
  });

  test("fill a portion from several runs", () => {
    const runs = new Runs<{ run: string; n: number }>();
    for (const each of [item("a", 1), item("b", 1), item("a", 2), item("b", 2)]) runs.push(each);
    expect(runs.take(3)).toEqual([item("a", 1), item("a", 2), item("b", 1)]);
    for (const run of ["a", "b"]) runs.release(run);
    expect(runs.ready).toBe(1);
  });

  test("put back what was not sent in front of what came later", () => {
    const runs = new Runs<{ run: string; n: number }>();
    runs.push(item("a", 1));
    runs.push(item("a", 2));
    const taken = runs.take(2);
    runs.push(item("a", 3));
    runs.putBack(taken);
    runs.release("a");
    expect(runs.take(9).map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  test("whatever the mix of portions, nothing is lost and each run leaves in its order", () => {
    const pushed = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 60 });
    const portions = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.boolean()), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(pushed, portions, (names, steps) => {
        const runs = new Runs<{ run: string; n: number }>();
        names.forEach((run, n) => runs.push(item(run, n)));
        const sent: { run: string; n: number }[] = [];
        for (let step = 0; runs.ready; step++) {
          const [limit = 1, isSent = true] = steps[step % steps.length] ?? [];
          const taken = runs.take(limit);
          // In the end everything is sent, else it would not end.
          if (isSent || step > 100) sent.push(...taken);
          else runs.putBack(taken);
          for (const run of new Set(taken.map((each) => each.run))) runs.release(run);
        }
        for (const run of new Set(names)) {
          const own = (list: { run: string; n: number }[]) => list.filter((each) => each.run === run);
          expect(own(sent)).toEqual(own(names.map((name, n) => item(name, n))));
        }
      }),
    );
  });
});

import { expect, gamesOf, test } from "../../support/fixtures.js";

test("what breaks around an element while its time runs is looked at once more, not in each frame", async ({
  visit,
  page,
  seen,
  messages,
}) => {
  await visit({
    tag: { viewability: "0.5/300" },
    head: `<script>
      window.watched = 0;
      const { observe } = IntersectionObserver.prototype;
      IntersectionObserver.prototype.observe = function (element) {
        if (element.id === "broken") watched++;
        return observe.call(this, element);
      };
    </script>`,
    body: `<form><div class="box" id="broken" data-track-game="broken"></div></form>
      <div class="box" data-track-game="whole"></div>`,
  });
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new IntersectionObserver((_, observer) => {
          observer.disconnect();
          // From now on the form has a field instead of each of these.
          for (const name of ["getAttribute", "matches", "closest", "parentElement", "parentNode"])
            document.querySelector("form")?.insertAdjacentHTML("beforeend", `<input name="${name}" hidden>`);
          resolve();
        }).observe(document.querySelector("form .box") as Element);
      }),
  );
  expect(gamesOf(await seen())).toContain("whole");
  expect(await page.evaluate("watched")).toBeLessThan(6);
  expect(messages.splice(0)).toEqual([expect.stringContaining("impressions: TypeError")]);
});

import { expect, gamesOf, test } from "../../support/fixtures.js";

test.use({ viewport: { width: 1280, height: 720 } });

test("an element that becomes a large one in its dwell goes on with it", async ({ visit, received }) => {
  await visit({
    tag: { viewability: "mrc" },
    body: `<div id="growing" data-track-game="1" style="width: 750px; height: 300px"></div>
      <div class="box" data-track-sport="1"></div>
      <div class="box" data-track-widget="begun" data-track-viewability="0.5/100"></div>
      <script>
        (window.tracktag ??= []).push(["subscribe", ({ stage, event }) => {
          // From 242,500 px² on it is large.
          if (stage === "captured" && event.event_type === "impressions:widget")
            document.getElementById("growing").style.width = "1200px";
        }]);
      </script>`,
  });
  const large = await received({ event_type: "impressions:games" });
  const small = await received({ event_type: "impressions:sports" });
  // Both came into view with the same frame.
  expect(Math.abs(Date.parse(large.timestamp) - Date.parse(small.timestamp))).toBeLessThan(500);
});

test("a window that shrinks asks less of what is larger than half of it", async ({ visit, page, seen }) => {
  await visit({
    tag: { viewability: "mrc" },
    // 200,000 px² are seen: less than 30 %, and less than half of this window.
    body: `<div data-track-game="tall" style="position: absolute; top: 220px; width: 400px; height: 2000px"></div>`,
  });
  expect(gamesOf(await seen())).toEqual([]);
  await page.setViewportSize({ width: 500, height: 720 });
  expect(gamesOf(await seen())).toEqual(["tall"]);
});

test("an element is let go by the observer that had it, however many there have been", async ({
  visit,
  page,
  seen,
}) => {
  await visit({
    tag: { viewability: "mrc" },
    body: `<div data-track-game="tall" style="width: 400px; height: 3000px"></div>`,
    head: `<script>
      window.asked = new Set();
      const { unobserve } = IntersectionObserver.prototype;
      IntersectionObserver.prototype.unobserve = function (element) {
        if (element.dataset.trackGame === "late") asked.add(this);
        return unobserve.call(this, element);
      };
    </script>`,
  });
  // Each of these heights asks for another share of it.
  for (let height = 720; height > 600; height -= 10) {
    await page.setViewportSize({ width: 1280, height });
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.evaluate(() =>
    document.body.insertAdjacentHTML("afterbegin", '<div class="box" data-track-game="late"></div>'),
  );
  expect(gamesOf(await seen())).toContain("late");
  // When its dwell is due it is looked at anew, and when it has counted it is let go.
  expect(await page.evaluate("asked.size")).toBe(1);
});

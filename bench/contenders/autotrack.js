/** autotrack's impressions. Its clicks need attributes of their own, and it cannot tell elements that it is not named. */
import "./parts/analytics.js";
import "autotrack/lib/plugins/impression-tracker.js";

const elements = [...document.querySelectorAll("[data-track-event]")].map(({ id }) => ({
  id,
  threshold: 0.5,
}));
window.ga("require", "impressionTracker", { elements });

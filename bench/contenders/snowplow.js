/** Snowplow with its element tracking: a card counts once, after a second half in view. Its defaults beside. */
import {
  ButtonClickTrackingPlugin,
  enableButtonClickTracking,
} from "@snowplow/browser-plugin-button-click-tracking";
import {
  SnowplowElementTrackingPlugin,
  startElementTracking,
} from "@snowplow/browser-plugin-element-tracking";
import { newTracker } from "@snowplow/browser-tracker";

newTracker("bench", `${location.origin}/sink/snowplow`, {
  appId: "bench",
  plugins: [SnowplowElementTrackingPlugin(), ButtonClickTrackingPlugin()],
});
startElementTracking({
  elements: [
    {
      name: "match",
      selector: "[data-track-event]",
      create: false,
      destroy: false,
      obscure: false,
      expose: { when: "element", minTimeMillis: 1000, minPercentage: 0.5 },
      details: { dataset: ["trackEvent"] },
    },
  ],
});
enableButtonClickTracking();

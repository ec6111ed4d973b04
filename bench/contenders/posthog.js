/** PostHog with its autocapture: clicks. It loads nothing of its server's. */
import posthog from "posthog-js";

posthog.init("bench", {
  api_host: `${location.origin}/sink/posthog`,
  autocapture: true,
  disable_session_recording: true,
  disable_surveys: true,
  disable_external_dependency_loading: true,
  advanced_disable_flags: true,
  // It takes a driven browser for a robot.
  opt_out_useragent_filter: true,
});

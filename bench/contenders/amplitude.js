/** Amplitude with its autocapture: clicks, and what was exposed of them. */
import { init } from "@amplitude/analytics-browser";

init("bench", {
  serverUrl: `${location.origin}/sink/amplitude`,
  fetchRemoteConfig: false,
  autocapture: {
    elementInteractions: true,
    attribution: false,
    fileDownloads: false,
    formInteractions: false,
  },
});

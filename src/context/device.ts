/** The part of `navigator` that tells a device. `userAgentData` is Chromium's, in secure contexts only. */
export interface NavigatorLike {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  readonly globalPrivacyControl?: boolean;
  readonly doNotTrack?: string | null;
  readonly userAgentData?: { readonly platform?: string; readonly mobile?: boolean };
}

export interface Device {
  /** `ios`, `android` or `mac`; `desktop` for everything else. */
  channel: string;
  /** `mobile`, `tablet` or `desktop`. */
  deviceType: string;
}

/** Tells a device from what its browser says. Pure. What it cannot tell is in `docs/channel.md`. */
export const detectDevice = ({ userAgent, maxTouchPoints, userAgentData }: NavigatorLike): Device => {
  const says = (words: string) => RegExp(words).test(userAgent + userAgentData?.platform);
  const mac = says("Macintosh");
  // iPadOS 13 and later asks for desktop pages as a Mac; no Mac has a touch screen.
  const iPad = says("iPad") || (mac && maxTouchPoints > 1);
  // Televisions and their sticks run Android without being phones; Windows phones only claim to be Android.
  const android = says("Android") && !says("TV|BRAVIA|AFT|CrKey|Windows");
  // A `mobile` of false proves nothing: in a WebView whose app replaces the user agent the hints are empty.
  const phone = userAgentData?.mobile || says("Mobi|Mini|\\(iP");
  return {
    // Android comes first: some of its browsers ask for desktop pages as a Mac, too.
    channel: android ? "android" : iPad || says("\\(iP") ? "ios" : mac ? "mac" : "desktop",
    // Android names no "Mobile" on tablets; Firefox OS and HarmonyOS name "Tablet;" there.
    deviceType: iPad || says("Tablet;") || (android && !phone) ? "tablet" : phone ? "mobile" : "desktop",
  };
};

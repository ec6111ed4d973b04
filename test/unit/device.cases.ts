import type { NavigatorLike } from "../../src/context/device.js";

type Case = [
  who: string,
  says: Partial<NavigatorLike> & { userAgent: string },
  channel: string,
  type: string,
];

const webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const blink = "AppleWebKit/537.36 (KHTML, like Gecko)";
const asMac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/17.6 Safari/605.1.15`;
const asLinux = `Mozilla/5.0 (X11; Linux x86_64) ${blink} Chrome/131.0.0.0 Safari/537.36`;
const asAndroid = `Mozilla/5.0 (Linux; Android 10; K) ${blink} Chrome/131.0.0.0`;

/** What statistics of ordinary traffic seldom hold: hints, touch points, apps, televisions, rare systems. */
export const CASES: Case[] = [
  ["a Mac", { userAgent: asMac, maxTouchPoints: 0 }, "mac", "desktop"],
  ["a Mac whose browser emulates a touch", { userAgent: asMac, maxTouchPoints: 1 }, "mac", "desktop"],
  ["an iPad as a Mac", { userAgent: asMac, maxTouchPoints: 5 }, "ios", "tablet"],
  [
    "Chrome on a Mac",
    {
      userAgent: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${blink} Chrome/131.0.0.0 Safari/537.36`,
      userAgentData: { platform: "macOS", mobile: false },
    },
    "mac",
    "desktop",
  ],
  [
    "an iPad as itself",
    {
      userAgent: `Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) ${webkit} Version/17.6 Mobile/15E148 Safari/604.1`,
      maxTouchPoints: 5,
    },
    "ios",
    "tablet",
  ],
  [
    "Facebook's app on an iPhone",
    {
      userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) ${webkit} Mobile/15E148 [FBAN/FBIOS;FBAV/468.0.0.39.106;FBBV/610361089;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBSS/3;FBID/phone;FBLC/en_GB;FBOP/5]`,
      maxTouchPoints: 5,
    },
    "ios",
    "mobile",
  ],
  [
    "an app on an iPhone that names no Mobile",
    { userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${webkit} PHX/19.7` },
    "ios",
    "mobile",
  ],
  [
    "an iPod",
    {
      userAgent: `Mozilla/5.0 (iPod touch; CPU iPhone OS 15_8 like Mac OS X) ${webkit} Version/15.6 Mobile/15E148 Safari/604.1`,
    },
    "ios",
    "mobile",
  ],
  [
    "Chrome on an Android phone",
    {
      userAgent: `${asAndroid} Mobile Safari/537.36`,
      maxTouchPoints: 5,
      userAgentData: { platform: "Android", mobile: true },
    },
    "android",
    "mobile",
  ],
  [
    "Chrome on an Android tablet",
    {
      userAgent: `${asAndroid} Safari/537.36`,
      maxTouchPoints: 10,
      userAgentData: { platform: "Android", mobile: false },
    },
    "android",
    "tablet",
  ],
  [
    "a WebView on an Android phone",
    {
      userAgent: `Mozilla/5.0 (Linux; Android 14; SM-S921B Build/UP1A.231005.007; wv) ${blink} Version/4.0 Chrome/131.0.6778.81 Mobile Safari/537.36`,
    },
    "android",
    "mobile",
  ],
  [
    "a WebView whose app replaces the user agent",
    {
      userAgent: `${asAndroid} Mobile Safari/537.36 Bets/7.1`,
      userAgentData: { platform: "", mobile: false },
    },
    "android",
    "mobile",
  ],
  [
    "hints of a phone, the user agent of a desktop",
    { userAgent: asLinux, userAgentData: { platform: "Android", mobile: true } },
    "android",
    "mobile",
  ],
  [
    "hints of an Android tablet, the user agent of a Mac",
    { userAgent: asMac, maxTouchPoints: 5, userAgentData: { platform: "Android", mobile: false } },
    "android",
    "tablet",
  ],
  [
    "Firefox on an Android phone",
    { userAgent: "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0" },
    "android",
    "mobile",
  ],
  [
    "Firefox on an Android tablet",
    { userAgent: "Mozilla/5.0 (Android 14; Tablet; rv:132.0) Gecko/132.0 Firefox/132.0" },
    "android",
    "tablet",
  ],
  [
    "Silk on a Fire tablet",
    {
      userAgent: `Mozilla/5.0 (Linux; Android 9; KFMAWI) ${blink} Silk/108.4.6 like Chrome/108.0.5359.220 Safari/537.36`,
    },
    "android",
    "tablet",
  ],
  [
    "HarmonyOS 2 to 4",
    {
      userAgent: `Mozilla/5.0 (Linux; Android 10; HarmonyOS; NOH-AN00; HMSCore 6.13.0.301) ${blink} Chrome/99.0.4844.88 HuaweiBrowser/14.0.1.302 Mobile Safari/537.36`,
    },
    "android",
    "mobile",
  ],
  [
    "a HarmonyOS 5 phone",
    {
      userAgent: `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${blink} Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile`,
    },
    "desktop",
    "mobile",
  ],
  [
    "a HarmonyOS 5 tablet",
    {
      userAgent: `Mozilla/5.0 (Tablet; OpenHarmony 5.0) ${blink} Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1`,
    },
    "desktop",
    "tablet",
  ],
  [
    "Opera Mini on Android",
    { userAgent: "Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16" },
    "android",
    "mobile",
  ],
  [
    "Opera Mini on a feature phone",
    {
      userAgent:
        "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80 (S60; SymbOS; Opera Mobi/23.348; U; en) Presto/2.5.25 Version/10.54",
    },
    "desktop",
    "mobile",
  ],
  [
    "KaiOS",
    { userAgent: "Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5" },
    "desktop",
    "mobile",
  ],
  [
    "Windows Phone 8.1",
    {
      userAgent:
        "Mozilla/5.0 (Mobile; Windows Phone 8.1; Android 4.0; ARM; Trident/7.0; Touch; rv:11.0; IEMobile/11.0; NOKIA; Lumia 520) like iPhone OS 7_0_3 Mac OS X AppleWebKit/537 (KHTML, like Gecko) Mobile Safari/537",
    },
    "desktop",
    "mobile",
  ],
  [
    "Windows 10 Mobile",
    {
      userAgent: `Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) ${blink} Chrome/52.0.2743.116 Mobile Safari/537.36 Edge/15.15254`,
    },
    "desktop",
    "mobile",
  ],
  [
    "Windows with a touch screen",
    {
      userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/131.0.0.0 Safari/537.36`,
      maxTouchPoints: 10,
      userAgentData: { platform: "Windows", mobile: false },
    },
    "desktop",
    "desktop",
  ],
  [
    "a Chromebook with a touch screen",
    {
      userAgent: `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${blink} Chrome/131.0.0.0 Safari/537.36`,
      maxTouchPoints: 10,
      userAgentData: { platform: "Chrome OS", mobile: false },
    },
    "desktop",
    "desktop",
  ],
  [
    "Samsung DeX",
    {
      userAgent: `Mozilla/5.0 (X11; Linux x86_64) ${blink} SamsungBrowser/26.0 Chrome/122.0.0.0 Safari/537.36`,
    },
    "desktop",
    "desktop",
  ],
  [
    "Firefox on Linux",
    { userAgent: "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0" },
    "desktop",
    "desktop",
  ],
  [
    "a Samsung television",
    { userAgent: `Mozilla/5.0 (SMART-TV; LINUX; Tizen 6.0) ${blink} 76.0.3809.146/6.0 TV Safari/537.36` },
    "desktop",
    "desktop",
  ],
  [
    "an LG television",
    {
      userAgent: `Mozilla/5.0 (Web0S; Linux/SmartTV) ${blink} Chrome/94.0.4606.128 Safari/537.36 WebAppManager`,
    },
    "desktop",
    "desktop",
  ],
  [
    "an Android television box",
    {
      userAgent: `Mozilla/5.0 (Linux; Android 11; SHIELD Android TV Build/RQ1A.210105.003; wv) ${blink} Version/4.0 Chrome/99.0.4844.88 Safari/537.36`,
    },
    "desktop",
    "desktop",
  ],
  [
    "a Sony television",
    {
      userAgent: `Mozilla/5.0 (Linux; Android 9; BRAVIA 4K UR2 Build/PTT1.190515.001.S52) ${blink} Chrome/102.0.5005.125 Safari/537.36`,
    },
    "desktop",
    "desktop",
  ],
  [
    "a Fire TV stick",
    {
      userAgent: `Mozilla/5.0 (Linux; Android 9; AFTKA) ${blink} Silk/120.4.1 like Chrome/120.0.6099.199 Safari/537.36`,
    },
    "desktop",
    "desktop",
  ],
  [
    "a Chromecast",
    {
      userAgent: `Mozilla/5.0 (Linux; Android) ${blink} Chrome/90.0.4430.225 Safari/537.36 CrKey/1.56.500000`,
    },
    "desktop",
    "desktop",
  ],
  [
    "PlayStation 5",
    { userAgent: `Mozilla/5.0 (PlayStation; PlayStation 5/2.26) ${webkit} Version/13.0 Safari/605.1.15` },
    "desktop",
    "desktop",
  ],
  [
    "Xbox",
    {
      userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox Series X) ${blink} Chrome/90.0.4430.212 Safari/537.36 Edg/90.0.818.62`,
    },
    "desktop",
    "desktop",
  ],
  [
    "Nintendo Switch",
    {
      userAgent:
        "Mozilla/5.0 (Nintendo Switch; WifiWebAuthApplet) AppleWebKit/609.4 (KHTML, like Gecko) NF/6.0.2.21.3 NintendoBrowser/5.1.0.22474",
    },
    "desktop",
    "desktop",
  ],
  [
    "a Quest headset",
    {
      userAgent: `Mozilla/5.0 (X11; Linux x86_64; Quest 3) ${blink} OculusBrowser/32.0.0.5.36 Chrome/122.0.6261.64 VR Safari/537.36`,
      maxTouchPoints: 2,
    },
    "desktop",
    "desktop",
  ],
  ["an empty user agent", { userAgent: "" }, "desktop", "desktop"],
];

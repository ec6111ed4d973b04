/** Where `detectDevice` and ua-parser-js 1.x differ over the corpus, and why ours stands. */
export interface Disagreement {
  /** `channel/deviceType`. */
  ours: string;
  theirs: string;
  why: string;
  userAgents: string[];
}

export const DISAGREEMENTS: Disagreement[] = [
  {
    ours: "android/mobile",
    theirs: "android/desktop",
    why: "ua-parser-js gives Opera Mini no type; it runs on phones",
    userAgents: [
      "Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16",
      "Opera/9.80 (Android; Opera Mini/7.6.40234/146.51; U; en) Presto/2.12.423 Version/12.16",
      "Opera/9.80 (Android; Opera Mini/7.6.40234/146.95; U; en) Presto/2.12.423 Version/12.16",
    ],
  },
  {
    ours: "android/mobile",
    theirs: "android/tablet",
    why: 'ua-parser-js takes the model for an Acer tablet by its "A574"; the browser says "Mobile", and A574BL is an Alcatel phone',
    userAgents: [
      "Mozilla/5.0 (Linux; Android 7.1.1; A574BL) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/74.0.3729.157 Mobile Safari/537.36",
    ],
  },
  {
    ours: "android/mobile",
    theirs: "desktop/mobile",
    why: "ua-parser-js names HarmonyOS as the system; up to version 4 it says Android and runs Android's apps",
    userAgents: [
      "Mozilla/5.0 (Linux; Android 10; HarmonyOS; NOH-AN00; HMSCore 6.13.0.301) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0.4844.88 HuaweiBrowser/14.0.1.302 Mobile Safari/537.36",
    ],
  },
  {
    ours: "android/mobile",
    theirs: "desktop/mobile",
    why: 'ua-parser-js reads the system "android" from the app\'s package name, in lower case, which is none of its names',
    userAgents: [
      "ZhihuHybrid DefaultBrowser com.zhihu.android/Futureve/6.1.0 Mozilla/5.0 (Linux; Android 8.0.0; MI 6 Build/OPR1.170623.027; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/74.0.3729.157 Mobile Safari/537.36",
    ],
  },
  {
    ours: "desktop/mobile",
    theirs: "ios/desktop",
    why: 'ua-parser-js reads iOS from "MIDP; Opera", which is Opera Mini on a feature phone',
    userAgents: [
      "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80 (S60; SymbOS; Opera Mobi/23.348; U; en) Presto/2.5.25 Version/10.54",
    ],
  },
];

import type { DestinationSetting } from "../../destinations/setting.js";
import { KINDS, type Kind, kindOf } from "./kinds.js";
import type { Setting } from "./setting.js";

type Common = Omit<DestinationSetting, "kind"> & { kind: Kind };

/** Of a destination what its settings follow from. */
interface Configurable {
  name: string;
  pace: { concurrency: number; batch: number };
  settings: Record<string, DestinationSetting>;
}

/** What every destination can be told beside its own settings: how fast it is called, and what of the records it gets. */
export function commonSettings({ pace }: Pick<Configurable, "pace">): Record<string, Common> {
  return {
    concurrency: { kind: KINDS.concurrency, default: pace.concurrency, help: "requests at a time" },
    ...(pace.batch > 1 && {
      batch: { kind: KINDS.batch(pace.batch), default: pace.batch, help: "records in a request, at most" },
    }),
    rate: { kind: KINDS.count, default: 0, help: "requests a second, at most; 0: no limit" },
    timeout: { kind: KINDS.ms, default: 10_000, help: "ms for a whole request" },
    firstRetry: { kind: KINDS.ms, default: 1000, help: "ms before the first retry, at most; then doubled" },
    longestRetry: { kind: KINDS.ms, default: 300_000, help: "ms between two tries of a record, at most" },
    probeInterval: {
      kind: KINDS.ms,
      default: 30_000,
      help: "ms between two tries while the credentials are refused",
    },
    types: {
      kind: KINDS.types,
      default: [],
      help: "the event types that go there, such as clicks:*; none: all",
    },
    exceptTypes: { kind: KINDS.types, default: [], help: "event types that do not go there" },
    dropFields: { kind: KINDS.fields, default: [], help: "fields of data, or traits, that do not go there" },
    renameFields: {
      kind: KINDS.renames,
      default: {},
      help: "fields of data, or traits, that are called otherwise there",
    },
  };
}

/** The settings of a destination. Variable and flag follow from its name and the setting's. */
export function settingsOf(destination: Configurable): Setting[] {
  const { name, settings } = destination;
  const own = Object.entries(settings).map(([key, setting]): [string, Common] => [
    key,
    { ...setting, kind: kindOf(setting.kind) },
  ]);
  return [...own, ...Object.entries(commonSettings(destination))].map(([key, setting]) => {
    const { value } = setting.kind;
    const flag = `--${name}-${joined(key, "-")}${value ? ` <${value}>` : ""}`;
    return {
      ...setting,
      path: `${name}.${key}`,
      env: joined(`${name}_${key}`, "_").toUpperCase(),
      ...(!setting.secret && { flag }),
    };
  });
}

/** `clientId` → `client-id`. */
const joined = (key: string, by: string): string =>
  key.replace(/[A-Z]/g, (letter) => by + letter.toLowerCase());

/**
 * What values a setting takes. `url`: http or https. `header`: visible ASCII. `id`: a whole number from 1 on.
 * `flag`: true or false. `baseOf`: http or https, and the API's paths, which begin so, are added. `oneOf`: one of these texts. `mapTo`: an object whose values are of these texts.
 */
export type SettingKind =
  | "url"
  | "header"
  | "id"
  | "flag"
  | { baseOf: string }
  | { oneOf: readonly string[] }
  | { mapTo: readonly string[] };

/** A setting of a destination. */
export interface DestinationSetting {
  kind: SettingKind;
  default?: unknown;
  /** The destination does not start without it. */
  needed?: true;
  /** Never quoted, and never a flag. */
  secret?: true;
  help: string;
}

/** A setting for each member of the configuration. */
export type Settings<Config> = { [Key in keyof Required<Config>]: DestinationSetting };

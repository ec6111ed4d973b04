import type { Wire } from "../delivery/wire.js";
import { toJson } from "../lib/json.js";
import { deviceOf } from "../user-agent.js";

/** The same way out, on which each request tells the device in detail. */
export const withDevice = (wire: Wire): Wire => {
  let device: string;
  return (options) => {
    const send = wire(options);
    return (
      send &&
      ((core, body, batch, isHidden) => {
        // Not before something is sent: a page that loads has other things to do.
        device ??= toJson(deviceOf(navigator.userAgent));
        return send(core, `{"device":${device},${body.slice(1)}`, batch, isHidden);
      })
    );
  };
};

import { withDevice } from "./addons/device.js";
import { withVitals } from "./addons/vitals.js";
import { extendOptions } from "./direct/options.js";
import { direct } from "./direct/wire.js";
import { load } from "./load.js";

/** The `<script>` entry of `tracktag.full.js`: direct mode, and the add-ons around it. */
extendOptions();
load(withVitals(withDevice(direct)));

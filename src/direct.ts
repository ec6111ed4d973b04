import { extendOptions } from "./direct/options.js";
import { direct } from "./direct/wire.js";
import { load } from "./load.js";

/** The `<script>` entry of `tracktag.direct.js`: it talks to the relay, or to a backend itself. */
extendOptions();
load(direct);

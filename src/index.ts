import { load } from "./load.js";

/** The `<script>` entry of `tracktag.js`: it talks to the relay. */
load();

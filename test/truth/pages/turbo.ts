import "@hotwired/turbo";
import { addStyle } from "./parts/match.js";

/** Pages and parts of pages that come as HTML from the server and take the place of what was there. */

addStyle("nav { padding: 8px } turbo-frame { display: block }");

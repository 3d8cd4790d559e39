// What the pages do beyond plain forms and links; without this file they still work.
import { watchDrafts } from "./drafts.js";
import { watchKeys } from "./keys.js";
import { watchPairing } from "./pairing.js";
import { watchPresence } from "./presence.js";
import { watchSentences } from "./sentences.js";
import { watchView } from "./view.js";

document.querySelectorAll("[data-enhanced]").forEach((element) => { element.hidden = false; });
watchDrafts();
watchKeys();
watchView();
watchPairing();
watchPresence();
watchSentences();

// What the pages do beyond plain forms and links; without this file they still work.
import { watchAhead } from "./ahead.js";
import { watchDrafts } from "./drafts.js";
import { watchEffort } from "./effort.js";
import { watchKeys } from "./keys.js";
import { watchMarks } from "./marks.js";
import { watchMemory } from "./memory.js";
import { watchMenus } from "./menus.js";
import { watchNotes } from "./notes.js";
import { watchPairing } from "./pairing.js";
import { watchPresence } from "./presence.js";
import { watchRefusals } from "./refusals.js";
import { watchSentences } from "./sentences.js";
import { watchView } from "./view.js";

document.querySelectorAll("[data-enhanced]").forEach((element) => { element.hidden = false; });
watchDrafts();
watchAhead();
watchKeys();
watchMarks();
watchMemory();
watchMenus();
watchNotes();
watchView();
watchPairing();
watchPresence();
watchRefusals();
watchSentences();
watchEffort();

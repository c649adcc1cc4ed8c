// Who merely passes words on at the end of a sentence: ", per Reuters", ", the report said". Cut off before tagging when
// somebody else is said to speak in that sentence, so that the outlet is not taken for the speaker.
import { OUTLET_NAMES } from "../lexicon/outlets.ts";
import type { UnitRun } from "./units.ts";

const OUTLETS = OUTLET_NAMES.map((name) => name.replaceAll(".", "\\.")).join("|");
const PAPERS =
  "transcripts?|readout|statement|reports?|news agency|state media|state television|local media|media reports|court (?:documents|papers|records|filings)";
const PASSES_ON =
  "report|newspaper|paper|agency|news agency|outlet|network|channel|broadcaster|magazine|website|site|news site";
const DAY = "(?:\\s+(?:on\\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|earlier|at the time))?";

const TAIL = new RegExp(
  [
    // …, per Reuters.      …, according to a Kremlin transcript.
    `,\\s+(?:per|according to|as reported by|via)\\s+(?:the\\s+|an?\\s+)?(?:(?:${OUTLETS})|(?:[\\p{L}’'-]+\\s+){0,3}(?:${PAPERS}))`,
    // …, Reuters reports.      …, the report said.
    `,\\s+(?:the\\s+)?(?:${OUTLETS})\\s+(?:reports|reported|has reported)`,
    `,\\s+the\\s+(?:${PASSES_ON})\\s+(?:reports|reported|said|says|added|wrote)`,
  ]
    .map((form) => `(?:${form})${DAY}\\s*[.!?]?\\s*$`)
    .join("|"),
  "u",
);
/** A tail is short: no need to search a whole long sentence for it. */
const REACH = 160;

/** The run without such a tail, if it has one and another cue before it. */
export function withoutVia(text: string, run: UnitRun): UnitRun {
  const end = run.spans.at(-1)![1];
  const start = Math.max(run.spans[0]![0], end - REACH);
  const match = TAIL.exec(text.slice(start, end));
  if (!match) return run;
  const cut = start + match.index;
  const kept = run.spans.findIndex((span) => span[1] > cut);
  if (kept < 3 || run.marked[kept] !== null || !run.looks.slice(0, kept).some((look) => look.reports)) return run;
  return {
    ...run,
    spans: run.spans.slice(0, kept),
    looks: run.looks.slice(0, kept),
    marked: run.marked.slice(0, kept),
  };
}

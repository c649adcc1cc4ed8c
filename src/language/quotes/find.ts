// Finds every quotation of a document: what was said, the cue that says so, and who is named beside it.
import type { Document } from "../document.ts";
import { assemble, type Parts } from "./assemble.ts";
import type { FoundQuote } from "./found.ts";
import { kindOf, quotedWords } from "./kind.ts";
import { speechRows, speechScore } from "./speech.ts";
import { bestSegments } from "./tagger.ts";
import { type UnitRun, unitRuns } from "./units.ts";
import { viewOf } from "./view.ts";
import type { QuoteWeights } from "./weights.ts";

/** All quotations, in text order, beliefs and wishes included (`speech` tells). Linear in the length of the text. */
export function findQuotes(document: Document, weights: QuoteWeights): readonly FoundQuote[] {
  const runs = unitRuns(document, weights.clusters);
  const cuts = runs.map((run, index) => cut(run, runs[index - 1], runs[index + 1], weights));
  const outermost = document.marks.filter((stretch) => stretch.depth === 0);
  return assemble(runs, cuts).map((parts) => finish(document.text, parts, outermost, weights));
}

function cut(run: UnitRun, above: UnitRun | undefined, below: UnitRun | undefined, weights: QuoteWeights) {
  return bestSegments(viewOf(run, above, below), weights.segments);
}

function finish(text: string, parts: Parts, outermost: Document["marks"], weights: QuoteWeights): FoundQuote {
  const words = quotedWords(outermost, parts.content);
  const kind = kindOf(text, parts.content, words);
  return {
    kind,
    content: parts.content,
    words,
    cue: parts.cue ? [parts.cue] : null,
    mention: parts.source ? [parts.source] : null,
    speech: speechScore(speechRows(text, parts, kind), weights.speech) > 0,
    floating: parts.floating,
    addressee: null,
    via: null,
  };
}

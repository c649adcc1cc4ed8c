// Finds every quotation of a document: what was said, the cue that says so, and who is named beside it.
import type { QuoteKind } from "../../model/quote.ts";
import type { Span } from "../../model/text.ts";
import type { Document, Marked } from "../document.ts";
import { addresseeOf, viaOf } from "./addressee.ts";
import { assemble } from "./assemble.ts";
import { accordingAtEnd, toldAtEnd, wholeWhereSaidAtEnd } from "./at-end.ts";
import type { FoundQuote } from "./found.ts";
import { kindOf, quotedWords } from "./kind.ts";
import { mended } from "./mend.ts";
import { noContent, notWords, spokenWords, withoutTitles } from "./shown.ts";
import { type Sieved, signedStretches, transcriptTurns, unclaimedStretches } from "./sieves.ts";
import { speechRows, speechScore } from "./speech.ts";
import { bestSegments } from "./tagger.ts";
import { LONGEST_RUN, unitRuns } from "./units.ts";
import { withoutVia } from "./via.ts";
import { emptyView, layOut } from "./view.ts";
import type { QuoteWeights } from "./weights.ts";

/** All quotations, in text order, beliefs and wishes included (`speech` tells). Linear in the length of the text. */
export function findQuotes(document: Document, weights: QuoteWeights): readonly FoundQuote[] {
  const sure = [...transcriptTurns(document), ...signedStretches(document)];
  const outermost = document.marks.filter((stretch) => stretch.depth === 0);
  const judged = new Map<Sieved, Judgement>();
  const tagged = tag(document, weights, sure)
    .filter((parts) => isWorth(document.text, parts, outermost, weights, judged))
    .flatMap((parts) => mended(document, parts));
  const found = wholeWhereSaidAtEnd(document, inOrder([...sure, ...tagged]));
  const claimed = found.flatMap(({ content }) => content);
  const all = inOrder([...found, ...unclaimedStretches(document, claimed)]);
  return joinParagraphs(all, outermost).map((parts) =>
    finish(document.text, parts, outermost, weights, judged.get(parts)),
  );
}

function inOrder(all: Sieved[]): Sieved[] {
  return all.sort((a, b) => a.content[0]![0] - b.content[0]![0]);
}

/** What the linear models told of a quotation taken for this kind. */
interface Judgement {
  readonly kind: QuoteKind;
  readonly isSpeech: boolean;
}

/** Laid out for one run after another. */
const VIEW = emptyView(LONGEST_RUN);

/** What the tagger finds in the sentences that no surer rule has taken. */
export function tag(document: Document, weights: QuoteWeights, taken: readonly Sieved[]): Sieved[] {
  const spans = taken.flatMap(({ content }) => content).sort((a, b) => a[0] - b[0]);
  const runs = unitRuns(document, weights.clusters);
  const sieved: Sieved[] = [];
  let at = 0;
  const cuts = runs.map((run, index) => {
    const [start, end] = [run.spans[0]![0], run.spans.at(-1)![1]];
    while (at < spans.length && spans[at]![1] <= start) at++;
    if (at < spans.length && spans[at]![0] < end) return [];
    const plain = accordingAtEnd(document.text, run) ?? toldAtEnd(document.text, run);
    if (plain) {
      sieved.push(plain);
      return [];
    }
    layOut(VIEW, withoutVia(document.text, run), runs[index - 1], runs[index + 1]);
    return bestSegments(VIEW, weights.segments);
  });
  return [...sieved, ...assemble(document.text, runs, cuts).map((parts) => ({ ...parts, rule: "tagger" }))];
}

/** Is what the tagger found likely enough to be right? What is told on the way is kept in `judged`. */
function isWorth(
  text: string,
  parts: Sieved,
  outermost: readonly Marked[],
  weights: QuoteWeights,
  judged: Map<Sieved, Judgement>,
): boolean {
  if (parts.rule !== "tagger") return true;
  const kind = kindOf(text, parts.content, quotedWords(outermost, parts.content));
  const rows = speechRows(text, parts, kind);
  const isSpeech = speechScore(rows, weights.speech) > 0;
  judged.set(parts, { kind, isSpeech });
  return speechScore(rows, weights.worth) > (isSpeech ? weights.worthBars.speech : weights.worthBars.other);
}

/** Words left open in one paragraph and taken up in the next are one quotation, wherever its cue stands. */
function joinParagraphs(all: readonly Sieved[], outermost: readonly Marked[]): Sieved[] {
  const goesOn = new Set(outermost.filter((stretch) => stretch.continues).map((stretch) => stretch.span[1]));
  const takenUp = new Set(outermost.filter((stretch) => stretch.continued).map((stretch) => stretch.span[0]));
  const joined: Sieved[] = [];
  for (const parts of all) {
    const above = joined.at(-1);
    if (above && goesOn.has(above.content.at(-1)![1]) && takenUp.has(parts.content[0]![0])) {
      // In place: a text may be one quotation of a hundred thousand paragraphs.
      above.content.push(...parts.content);
      const { cue, source } = above.cue ? above : parts;
      joined[joined.length - 1] = { ...above, cue, source, floating: above.floating && parts.floating };
    } else joined.push(parts);
  }
  return joined;
}

/** Content without a comma that the tagger left at its end. */
function trimmed(text: string, content: readonly Span[]): Span[] {
  return content.map(([start, end]) =>
    ",;".includes(text[end - 1]!) && end - start > 1 ? [start, end - 1] : [start, end],
  );
}

function finish(
  text: string,
  parts: Sieved,
  outermost: readonly Marked[],
  weights: QuoteWeights,
  judged: Judgement | undefined,
): FoundQuote {
  const whole = trimmed(text, parts.content);
  const between = quotedWords(outermost, whole);
  const content = withoutTitles(text, whole, between);
  const marked = content === whole ? between : quotedWords(outermost, content);
  const look = kindOf(text, content, marked);
  const words = spokenWords(text, marked, content);
  const shown = notWords(text, parts, marked) ?? noContent(text, parts, look);
  const isSpeech = (): boolean =>
    judged?.kind === look ? judged.isSpeech : speechScore(speechRows(text, parts, look), weights.speech) > 0;
  const said = parts.rule !== "tagger" || isSpeech();
  return {
    kind: kindOf(text, content, words),
    content,
    words,
    cue: parts.cue ? [parts.cue] : null,
    mention: parts.source ? [parts.source] : null,
    speech: said && shown === null,
    floating: parts.floating,
    agentless: parts.agentless ?? false,
    addressee: addresseeOf(text, parts),
    via: viaOf(text, parts),
    rule: shown ?? parts.rule,
  };
}

// A quote as Blocks: the words, who said them, when, and who reported them. Shared by answers and digests.
import { showSaying } from "../model/dates.ts";
import type { Block, Inline } from "../model/post.ts";
import type { QuoteView } from "../store/contract/quotes.ts";
import { counted, joined, outletLink } from "./links.ts";
import type { ShownQuote } from "./passage.ts";
import { shownRole } from "./voices.ts";

export interface QuoteLayout {
  /** Leave the speaker out where a heading has named them. */
  readonly withoutSpeaker?: boolean;
  /** One outlet, no "also reported by": for digests. */
  readonly brief?: boolean;
}

/** Words longer than this many characters may be folded. */
const FOLDS_AT = 500;
const ALSO_SHOWN = 3;

/**
 * One quote. Direct words stand between marks; mixed and indirect speech is shown by its whole sentence, where only
 * what stood between marks in the article does again.
 */
export function quoteBlocks(quote: ShownQuote, layout: QuoteLayout = {}): readonly Block[] {
  const spans = spansOf(quote);
  const length = spans.reduce((sum, span) => sum + span.text.length, 0);
  const shown: Block =
    quote.view.kind === "direct"
      ? { kind: "quote", spans, ...(length > FOLDS_AT ? { foldable: true } : {}) }
      : { kind: "paragraph", spans };
  return [shown, { kind: "source", spans: sourceSpans(quote, layout) }];
}

/** The words of a quote: direct fragments with an ellipsis where the article broke in, or the sentence it stands in. */
export function spansOf({ view, sentence }: ShownQuote): readonly Inline[] {
  if (view.kind === "direct") {
    return joined(
      shownWords(view).map((text) => [{ text, is: "words" as const }]),
      " … ",
    );
  }
  if (sentence !== null) return markedSpans(sentence, view.words);
  const said = view.content.map((pieces) =>
    pieces.map((piece): Inline => ({ text: piece.text, is: piece.words ? "words" : "stored" })),
  );
  return [{ text: "In reported speech: " }, ...joined(said, " … ")];
}

/** The direct words of a quote, verbatim, without the comma that led to "he said". */
export function shownWords(view: QuoteView): readonly string[] {
  return view.words.map((text) => text.replace(/\s*[,;]$/u, "")).filter((text) => text !== "");
}

/** A sentence of an article with the quoted words in it as `words`, their own marks left out, the rest as stored. */
function markedSpans(sentence: string, words: readonly string[]): readonly Inline[] {
  const spans: Inline[] = [];
  let rest = sentence;
  for (const text of words) {
    const at = rest.indexOf(text);
    if (at < 0) continue;
    const before = rest.slice(0, at).replace(/["“”«„]$/u, "");
    if (before !== "") spans.push({ text: before, is: "stored" });
    spans.push({ text, is: "words" });
    rest = rest.slice(at + text.length).replace(/^["”»]/u, "");
  }
  if (rest !== "") spans.push({ text: rest, is: "stored" });
  return spans;
}

/** Who, when, where: "Vladimir Putin, Russian President · said 18 Nov 2021 · bdnews24 · also reported by RT". */
export function sourceSpans({ view, sentence }: ShownQuote, layout: QuoteLayout): readonly Inline[] {
  const passage = view.kind === "direct" ? view.words.join(" ") : (sentence ?? null);
  const parts: (readonly Inline[])[] = [];
  if (layout.withoutSpeaker !== true) parts.push(speakerSpans(view));
  parts.push([{ text: showSaying(view.said) }]);
  parts.push([...postSpans(view), outletLink(view.article, passage)]);
  if (layout.brief === true) {
    if (view.outlets > 1) parts.push([{ text: breadth(view) }]);
  } else {
    if (view.alsoReportedBy.length > 0) parts.push(alsoSpans(view));
    if (view.outlets > 1 || view.wordings > 1) parts.push([{ text: breadth(view) }]);
  }
  if (view.state !== "current") parts.push([{ text: CHANGED[view.state] }]);
  return joined(parts, " · ");
}

const CHANGED = {
  changed: "the article words it differently by now",
  withdrawn: "no longer in the article",
} as const;

function speakerSpans(view: QuoteView): readonly Inline[] {
  if (view.speaker === null) return [{ text: "speaker not named", style: "italic" }];
  const name: Inline = { text: view.speaker.name, style: "bold" };
  const role = shownRole(view.role);
  return role === null ? [name] : [name, { text: ", " }, { text: role, is: "stored" }];
}

function postSpans(view: QuoteView): readonly Inline[] {
  return view.place.in === "post" ? [{ text: "in a post carried by " }] : [];
}

function alsoSpans(view: QuoteView): readonly Inline[] {
  const shown = view.alsoReportedBy.slice(0, ALSO_SHOWN);
  const more = view.alsoReportedBy.length - shown.length;
  return [
    { text: "also reported by " },
    ...joined(
      shown.map((report) => [outletLink(report)]),
      ", ",
    ),
    ...(more > 0 ? [{ text: ` and ${more} more` }] : []),
  ];
}

function breadth(view: QuoteView): string {
  const outlets = counted(view.outlets, "outlet");
  return view.wordings > 1 ? `${outlets}, ${counted(view.wordings, "wording")}` : outlets;
}

// Says whose words each quote is: from the mention beside it to the fullest name the text, then the speaker table, gives.
import type { KnownSpeaker } from "../../model/speaker.ts";
import type { Document } from "../document.ts";
import type { Names } from "../names/entities.ts";
import { findNames } from "../names.ts";
import type { QuoteToResolve, ResolvedSpeaker, SpeakerContext } from "./resolved.ts";
import { Scene } from "./scene.ts";
import { countBefore, stageOf } from "./stage.ts";

/**
 * Resolves the speaker of each quote, in the order given (text order of their mentions serves best).
 * @param names the document's names when the caller has them already
 */
export function resolveSpeakers(
  document: Document,
  quotes: readonly QuoteToResolve[],
  known: readonly KnownSpeaker[],
  context: SpeakerContext,
  names: Names = findNames(document, known),
): readonly ResolvedSpeaker[] {
  const scene = new Scene(stageOf(document, names), known, context);
  const voices = quotes.map((quote) => scene.resolve(quote));
  return voices.map((voice, index) => {
    if (voice.speaker !== null || !saysI(document, quotes[index]!)) return voice;
    const outer = coveringQuote(quotes, index);
    return outer === null ? voice : voices[outer]!;
  });
}

/** “I think it will pass”: an I inside quotation marks is whoever says those words. */
function saysI({ text, marks }: Document, { mention }: QuoteToResolve): boolean {
  if (mention === null || mention.length !== 1 || !/^(?:I|we|my|me)$/i.test(text.slice(...mention[0]!).trim()))
    return false;
  const [at] = mention[0]!;
  const next = countBefore(marks, ({ span }) => span[0], at);
  return marks.slice(Math.max(0, next - 3), next).some(({ span }) => at < span[1]);
}

/** How many quotes away the one around (or right beside) another may be. */
const BESIDE = 4;

/** The quote that holds another's mention, else the one nearest to it; null when none is near. */
function coveringQuote(quotes: readonly QuoteToResolve[], index: number): number | null {
  const at = quotes[index]!.mention![0]![0];
  let best: number | null = null;
  let bestGap = 200;
  for (let other = Math.max(0, index - BESIDE); other < Math.min(quotes.length, index + BESIDE + 1); other++) {
    if (other === index) continue;
    for (const [start, end] of quotes[other]!.content) {
      const gap = at < start ? start - at : Math.max(0, at - end);
      if (gap < bestGap) [best, bestGap] = [other, gap];
    }
  }
  return best;
}

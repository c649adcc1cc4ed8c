// Reads the quotes of one text in order and says who speaks each: who was named, who spoke last, whom a pronoun means now.
import type { KnownSpeaker } from "../../model/speaker.ts";
import type { Span } from "../../model/text.ts";
import { indexOfKnown } from "../names/known.ts";
import { Descriptions } from "./descriptions.ts";
import { labelBefore, signatureAfter } from "./labels.ts";
import { followsPreposition, headOf, mentionsWithin, subjectWithin } from "./mention.ts";
import { Pronouns } from "./pronouns.ts";
import type { QuoteToResolve, ResolvedSpeaker, SpeakerContext } from "./resolved.ts";
import { clauseStart, countBefore, type Stage } from "./stage.ts";
import { subjectOf } from "./subject.ts";
import { NOBODY, type Turn, type Voice, Voices } from "./voices.ts";

/** A quote without a mention goes on with the last speaker over this many paragraphs. */
const INHERITS = 2;

// …, who lost the primaries to Clinton, | said      … met Clinton, | saying
const SET_OFF = /[,)–—-]\s*$/;
// “It was Macron’s plan,” | the mayor, who …
const UP_TO_MARK = /^[\s\S]*(?:["”»]|'')/;
// what such words stand in: a clause that goes on, and no list, nor the beginning of another clause
const GOES_ON =
  /(?<![,;:.!?(“”"«»'’`–—-]|\b(?:and|but|or|that|as|when|while|if|because|although|though|then|so|said|says))\s+(?:the|an?|his|her|its|their)?\s*$/i;
// … met with Trump | and | said      … distanced himself from the movement | by | saying
const LEADS_ON = /\b(?:and|but|by|in)\s(?:then\s|later\s|also\s)?$/;
// …, with Cruz promising      according to Trump
const OF_ITS_OWN = /(?:^|[,;–—-]\s|\b(?:while|and|but)\s)(?:with|according to)\s+(?:[\p{L}\d]+\s+){0,4}$/iu;
// and, like Trump, | has said
const BESIDE = /\b(?:like|unlike)\s$/i;

/** One text's resolution in progress: call `resolve` for each quote, in text order. */
export class Scene {
  private readonly stage: Stage;
  private readonly voices: Voices;
  private readonly pronouns: Pronouns;
  private readonly descriptions: Descriptions;
  private last: Turn | null = null;

  constructor(stage: Stage, known: readonly KnownSpeaker[], context: SpeakerContext) {
    const index = indexOfKnown(known);
    this.stage = stage;
    this.voices = new Voices(stage, index);
    this.pronouns = new Pronouns(stage, this.voices, context.byline);
    this.descriptions = new Descriptions(stage, index, context.published, this.voices, this.pronouns);
  }

  /** The speaker of the next quote. */
  resolve(quote: QuoteToResolve): ResolvedSpeaker {
    if (quote.agentless === true) return NOBODY;
    const start = quote.content[0]?.[0] ?? 0;
    const label = this.label(start);
    const mention = label ? [label] : (this.subjectBefore(quote) ?? quote.mention);
    const voice = mention && mention.length > 0 ? this.voiceOf(mention) : this.unnamed(quote);
    const at = mention?.[0]?.[0] ?? start;
    this.last = { voice, at, paragraph: this.stage.paragraphAt(at) };
    return { speaker: voice.speaker, voice: voice.voice, role: voice.role };
  }

  /**
   * The subject, where the words beside the cue are the end of something else: "Sanders, who lost the primaries to Clinton, said", "Ayotte met
   * with Trump and said". Only names count; null when the mention may stand.
   */
  private subjectBefore({ mention, cue }: QuoteToResolve): readonly Span[] | null {
    const at = mention?.[0]?.[0];
    const end = mention?.at(-1)?.[1];
    const cueAt = cue?.[0]?.[0] ?? -1;
    if (at === undefined || end === undefined || cueAt < end) return null;
    const { document, names } = this.stage;
    const { text } = document;
    const clause = clauseStart(this.stage, at);
    const start = clause + (UP_TO_MARK.exec(text.slice(clause, at))?.[0].length ?? 0);
    const isSetOff = SET_OFF.test(text.slice(at, cueAt)) && GOES_ON.test(text.slice(start, at));
    const before = text.slice(start, at);
    const isBehind = followsPreposition(text, start, at) && LEADS_ON.test(text.slice(at, cueAt));
    const isElse = isSetOff || isBehind || BESIDE.test(before);
    if (!isElse || /['’]s?$/.test(text.slice(at, end)) || OF_ITS_OWN.test(before)) return null;
    const subject = subjectWithin(text, names, [start, at]);
    return subject ? [subject.whole] : null;
  }

  /** "PUTIN:" or "Angela Merkel:" at the head of the paragraph; other words before a colon are no label. */
  private label(start: number): Span | null {
    const { document, names } = this.stage;
    const label = labelBefore(document.text, this.paragraphSpan(start), start);
    if (!label) return null;
    const words = document.text.slice(...label);
    const named = mentionsWithin(names, label).some(({ entity }) => {
      const { kind, sure } = this.stage.entity(entity);
      return kind === "person" && sure;
    });
    return named || words === words.toUpperCase() ? label : null;
  }

  private voiceOf(mention: readonly Span[]): Voice {
    const head = headOf(this.stage.document.text, this.stage.names, mention);
    if (!head) return NOBODY;
    if (head.is === "names") return this.voices.ofMentions(head.mentions);
    if (head.is === "pronoun") return this.pronouns.voiceOf(head.word, head.at, this.last);
    return this.descriptions.voiceOf(head, this.last);
  }

  /** A quote with no mention: signed below, or its speaker goes on while paragraph follows on paragraph. */
  private unnamed(quote: QuoteToResolve): Voice {
    const subject = subjectOf(this.stage, quote);
    if (subject === undefined) return this.unmentioned(quote);
    return subject === null ? NOBODY : this.voiceOf([subject]);
  }

  private unmentioned(quote: QuoteToResolve): Voice {
    const { stage } = this;
    const start = quote.content[0]?.[0] ?? 0;
    const signature = signatureAfter(stage.document.text, quote.content.at(-1)?.[1] ?? start);
    if (signature) {
      const [signed] = mentionsWithin(stage.names, signature);
      if (signed) return this.voices.ofEntity(signed.entity);
    }
    const paragraph = stage.paragraphAt(start);
    if (this.last && paragraph - this.last.paragraph <= INHERITS) return this.last.voice;
    const sentence = stage.sentenceAt(start);
    for (let each = countBefore(stage.standings, ({ at }) => at, start) - 1; each >= 0; each--) {
      const standing = stage.standings[each]!;
      if (sentence - standing.sentence > 2) break;
      if (!standing.quoted) return this.voices.ofEntity(standing.entity);
    }
    return NOBODY;
  }

  private paragraphSpan(at: number): Span {
    return this.stage.document.paragraphs[this.stage.paragraphAt(at)] ?? [at, at];
  }
}

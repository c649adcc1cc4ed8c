// People and bodies in a text: every mention, whom it means, the longest form, gender and roles.
import type { KnownSpeaker } from "../model/speaker.ts";
import type { Span } from "../model/text.ts";
import type { Document } from "./document.ts";
import { GIVEN_NAMES } from "./lexicon/given-names.ts";
import { INITIALS } from "./lexicon/organisations.ts";
import { NAME_SUFFIX, PARTICLES } from "./lexicon/titles.ts";
import type { Draft, Entity, Gathered, NameMention, Names } from "./names/entities.ts";
import { vote, votePronouns } from "./names/evidence.ts";
import { Gatherer } from "./names/gather.ts";
import { indexOfKnown } from "./names/known.ts";
import { type ParsedRun, parseRun } from "./names/parse.ts";
import { capitalRuns } from "./names/runs.ts";
import { joined } from "./names/words.ts";

/**
 * Finds the people and bodies a document names. Mentions are in text order and do not overlap. Linear in the text's
 * length (times the number of people who share a surname).
 */
export function findNames(document: Document, known: readonly KnownSpeaker[]): Names {
  const gatherer = new Gatherer(document.text, indexOfKnown(known));
  const parsed = withoutPrefixes(capitalRuns(document).map(parseRun));
  gatherer.expect(parsed);
  const gathered: Gathered[][] = parsed.map(() => []);
  // What is surely a person first, so that "Trump Tower" is not taken for one of the family.
  for (const sure of [true, false]) {
    for (const [at, run] of parsed.entries()) {
      if (run.sure !== sure || run.run.headline || !isFull(run)) continue;
      const full = gatherer.full(run);
      if (full) gathered[at] = [full];
    }
  }
  for (const each of gathered) if (each[0]) vote(each[0], document.text);
  for (const run of parsed) if (!run.run.headline) gatherer.titledAlone(run);
  const midSentence = capitalsWithinSentences(parsed);
  for (const [at, run] of parsed.entries()) {
    if (gathered[at]![0]) gatherer.pass(gathered[at]![0]);
    else gathered[at] = run.run.headline ? gatherer.headline(run) : shortOf(gatherer, run, midSentence, document.text);
  }
  return settle(gathered.flat(), gatherer.drafts, document);
}

function shortOf(gatherer: Gatherer, run: ParsedRun, midSentence: ReadonlySet<string>, text: string): Gathered[] {
  if (run.name.length === 0 || (run.name.length > 1 && !run.sure && !isSurnameOnly(run))) return [];
  const short = gatherer.short(run, midSentence);
  if (short) vote(short, text);
  return short ? [short] : [];
}

/** "Crooked Hillary Clinton", where "Hillary Clinton" stands elsewhere, is a name with a word before it. */
function withoutPrefixes(parsed: readonly ParsedRun[]): ParsedRun[] {
  let whole: Set<string> | null = null;
  return parsed.map((run) => {
    if (run.kind !== "person" && run.kind !== "unknown") return run;
    const rest = run.name.slice(1);
    const prefixed = rest.length > 1 && !GIVEN_NAMES.has(run.name[0]!.lower) && GIVEN_NAMES.has(rest[0]!.lower);
    if (!prefixed) return run;
    whole ??= new Set(parsed.map((each) => joined(each.name)));
    if (!whole.has(joined(rest))) return run;
    return { ...run, kind: "person", title: [...run.title, run.name[0]!], name: rest, sure: true };
  });
}

/** "Von der Leyen", opening a sentence. */
function isSurnameOnly({ name }: ParsedRun): boolean {
  const first = name[0]?.lower ?? "";
  return name.length > 1 && PARTICLES.has(first) && !GIVEN_NAMES.has(first);
}

function isFull(run: ParsedRun): boolean {
  if (run.kind === "nothing") return false;
  if (run.kind === "place") return run.name.length > 1;
  if (isSurnameOnly(run)) return false;
  return (
    run.kind === "group" || (run.name.length > 1 && !(run.name.length === 2 && NAME_SUFFIX.test(run.name[1]!.text)))
  );
}

function capitalsWithinSentences(parsed: readonly ParsedRun[]): Set<string> {
  const seen = new Set<string>();
  for (const { run } of parsed) {
    if (run.headline) continue;
    for (const [at, word] of run.words.entries()) if (at > 0 || !run.opens) seen.add(word.text);
  }
  return seen;
}

function settle(gathered: readonly Gathered[], drafts: readonly Draft[], document: Document): Names {
  votePronouns(gathered, document);
  const entities = drafts.map(entityFrom);
  const mentions: NameMention[] = [];
  for (const each of gathered) {
    const { run, name, title } = each.parsed;
    const span: Span = [name[0]!.start, name.at(-1)!.end];
    mentions.push({
      span,
      whole: [title[0] ? Math.min(title[0].start, span[0]) : span[0], span[1]],
      entity: each.draft.id,
      sentence: run.sentence,
      paragraph: run.paragraph,
      possessive: name.at(-1)!.possessive,
      headline: run.headline,
      credit: run.credit,
      full: each.full,
    });
  }
  return { entities, mentions };
}

function entityFrom(draft: Draft): Entity {
  const text = draft.words.length === 1 && draft.known && draft.known.kind === "person" ? draft.known.name : draft.text;
  const shouts = text.length > 4 && text === text.toUpperCase() && draft.kind === "person" && !ACRONYMS.test(text);
  const shown = shouts ? capitalised(text) : text;
  return {
    id: draft.id,
    kind: draft.kind,
    name: draft.kind === "group" ? (draft.known?.name ?? INITIALS.get(shown) ?? shown) : shown,
    sure: draft.sure,
    gender: draft.votes > 0 ? "male" : draft.votes < 0 ? "female" : null,
    roles: [...draft.roles],
    country: draft.country,
    party: draft.party,
    known: draft.known,
    count: draft.count,
  };
}

/** AFL-CIO */
const ACRONYMS = /^\p{Lu}{2,4}(?:-\p{Lu}{2,4})+$/u;

/** "WALLACE" in a transcript is Wallace. */
function capitalised(text: string): string {
  return text.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

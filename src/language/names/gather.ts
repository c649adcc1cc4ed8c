// Gathers mentions into entities: full names first, over the whole text, then surnames and short forms in text order.
import type { KnownSpeaker } from "../../model/speaker.ts";
import { GIVEN_NAMES } from "../lexicon/given-names.ts";
import { BODY_WORDS, INITIALS } from "../lexicon/organisations.ts";
import { DEMONYMS, PLACES } from "../lexicon/places.ts";
import { TITLES } from "../lexicon/titles.ts";
import { Bodies } from "./bodies.ts";
import { type Draft, type EntityKind, type Gathered, newDraft } from "./entities.ts";
import { genderOf } from "./evidence.ts";
import { type KnownIndex, phraseKey } from "./known.ts";
import { isIn, LIST } from "./lists.ts";
import { misspelt, Namesakes } from "./namesakes.ts";
import type { ParsedRun } from "./parse.ts";
import { nameKeys } from "./same.ts";
import { joined, type Word } from "./words.ts";

/** One text's entities while its mentions are read. */
export class Gatherer {
  readonly drafts: Draft[] = [];
  private readonly index: KnownIndex;
  private readonly text: string;
  private readonly people = new Namesakes();
  private readonly bodies = new Bodies();
  private readonly titled = new Set<string>();

  constructor(text: string, index: KnownIndex) {
    this.text = text;
    this.index = index;
  }

  /** Surnames that stand after a courtesy title somewhere, so that "Obama Speech" is no person called Speech. */
  expect(parsed: readonly ParsedRun[]): void {
    for (const run of parsed) {
      const [name] = run.name;
      if (name && run.kind === "person" && run.title.length > 0 && run.name.length === 1) this.titled.add(name.key);
    }
  }

  /** First round: a name of several words (or a body, or a place). */
  full(parsed: ParsedRun): Gathered | null {
    if (parsed.kind === "group" || parsed.kind === "place") return this.body(parsed, parsed.kind);
    const words = parsed.name;
    // "Barack Obama Election Day": what stands after a surname used alone elsewhere is no part of the name.
    const surnameAt = words.findIndex((word, at) => at > 0 && this.titled.has(word.key));
    if (surnameAt > 0 && surnameAt < words.length - 1 && !isIn(words[surnameAt + 1]!, LIST.suffix)) {
      return this.full({ ...parsed, name: words.slice(0, surnameAt + 1) });
    }
    const known = this.knownFor(joined(words));
    if (known && known.kind !== "person") return this.body(parsed, "group");
    const text = this.textOf(words);
    const own = nameKeys(words);
    if (!parsed.sure && this.isSurname(own.keys[0]!)) return null;
    const draft = this.people.inFull(own) ?? this.add("person", words, text, parsed.sure);
    draft.fulls++;
    if (draft.first < 0) draft.first = words[0]!.start;
    if (better(words, text, draft)) {
      draft.words = words;
      draft.keys = own;
      draft.text = text;
    }
    draft.sure ||= parsed.sure;
    draft.known ??= known;
    this.people.add(own.keys, draft);
    return { parsed, draft, full: true };
  }

  /** Between the rounds: "Mr. Obama" is somebody of his own when the only Obama named in full is a woman. */
  titledAlone(parsed: ParsedRun): void {
    if (parsed.kind !== "person" || parsed.name.length !== 1 || genderOf(parsed.title) === 0) return;
    const known = this.knownFor(joined(parsed.name));
    const draft = this.people.meant(parsed, known) ?? this.fresh(parsed, true, known).draft;
    draft.votes += genderOf(parsed.title);
    draft.titled++;
  }

  /** Second round, in text order: note where a full name stands. */
  pass({ parsed, draft }: Gathered): void {
    this.people.standsInFull(parsed, draft);
  }

  /** Second round: a surname, a given name, initials, or the short form of a body. */
  short(parsed: ParsedRun, midSentence: ReadonlySet<string>): Gathered | null {
    const whole = joined(parsed.name);
    const known = this.knownFor(whole);
    const person = this.people.meant(parsed, known);
    if (person) return { parsed, draft: person, full: false };
    const body = this.bodies.named(whole);
    if (body && (!parsed.sure || parsed.kind === "place")) return { parsed, draft: body, full: false };
    if (known) return known.kind === "person" ? this.fresh(parsed, true, known) : this.body(parsed, "group");
    if (parsed.kind === "place") return this.body(parsed, "place");
    if (parsed.sure || parsed.kind === "person") return this.fresh(parsed, true, null);
    const [word] = parsed.name;
    if (!word || TITLES.has(word.lower)) return null;
    if (DEMONYMS.has(word.lower) || DEMONYMS.has(word.lower.replace(/s$/, ""))) return null;
    if (PLACES.has(word.lower)) return this.body(parsed, "place");
    if (word.caps && word.text.length <= 6 && !parsed.run.headline) return this.body(parsed, "group");
    if (/^(?:in|at|near|from|outside)$/.test(parsed.run.before)) return null;
    if (GIVEN_NAMES.has(word.lower) && !(parsed.run.headline && !midSentence.has(word.text))) {
      return this.fresh(parsed, true, null);
    }
    const alike = misspelt(word, this.drafts);
    if (alike) return { parsed, draft: alike, full: false };
    if (parsed.run.headline || (parsed.run.opens && !midSentence.has(word.text))) return null;
    return this.fresh(parsed, false, null);
  }

  /** Second round, a line of capitals: only names the body has, and two words that open with a given name. */
  headline(parsed: ParsedRun): Gathered[] {
    const found: Gathered[] = [];
    const words = parsed.run.words;
    for (let at = 0; at < words.length; ) {
      const length =
        [4, 3, 2, 1].find((size) => at + size <= words.length && this.inHeadline(parsed, at, size, found)) ?? 1;
      at += length;
    }
    return found;
  }

  private inHeadline(parsed: ParsedRun, at: number, size: number, found: Gathered[]): boolean {
    const name = parsed.run.words.slice(at, at + size);
    const part: ParsedRun = { ...parsed, name, title: [], kind: "person" };
    const whole = joined(name);
    const draft = this.people.inHeadline(part, this.knownFor(whole));
    if (draft) {
      draft.count++;
      found.push({ parsed: part, draft, full: size > 1 });
      return true;
    }
    const body = this.bodies.named(whole);
    if (body) {
      body.count++;
      found.push({ parsed: { ...part, kind: body.kind }, draft: body, full: size > 1 });
      return true;
    }
    if (size !== 2 || !GIVEN_NAMES.has(name[0]!.lower) || DEMONYMS.has(name[1]!.lower) || PLACES.has(name[0]!.lower))
      return false;
    if (BODY_WORDS.has(name[1]!.lower) || /(?:ing|ed|s)$/.test(name[1]!.lower)) return false;
    const fresh = this.full({ ...part, sure: true });
    if (!fresh) return false;
    fresh.draft.count++;
    found.push(fresh);
    return true;
  }

  private isSurname(key: string): boolean {
    return this.titled.has(key) || this.people.isSurname(key);
  }

  private fresh(parsed: ParsedRun, sure: boolean, known: KnownSpeaker | null): Gathered {
    const draft = this.add("person", parsed.name, this.textOf(parsed.name), sure);
    draft.known = known;
    draft.first = parsed.name[0]!.start;
    this.people.add(draft.keys.keys, draft);
    return { parsed, draft, full: false };
  }

  private body(parsed: ParsedRun, kind: EntityKind): Gathered {
    const words = parsed.name;
    const text = this.textOf(words);
    let draft = this.bodies.named(text);
    if (!draft) {
      draft = this.add(kind, words, text, true);
      draft.known = this.knownFor(text);
      this.bodies.add(text, words, draft);
    }
    if (words.length > 1) draft.fulls++;
    return { parsed, draft, full: words.length > 1 };
  }

  private add(kind: EntityKind, words: readonly Word[], text: string, sure: boolean): Draft {
    const draft = newDraft(this.drafts.length, kind, words, text, sure);
    this.drafts.push(draft);
    return draft;
  }

  private knownFor(name: string): KnownSpeaker | null {
    const all = this.index.byName.get(phraseKey(INITIALS.get(name) ?? name));
    return all?.length === 1 ? all[0]! : null;
  }

  private textOf(words: readonly Word[]): string {
    if (words.length === 1) return words[0]!.text;
    return this.text.slice(words[0]!.start, words.at(-1)!.end).replace(/\s+/g, " ");
  }
}

/** More words, or as many and longer, is the fuller form. */
function better(words: readonly Word[], text: string, draft: Draft): boolean {
  const size = (list: readonly Word[]): number => list.filter((word) => !isIn(word, LIST.suffix)).length;
  const more = size(words) - size(draft.words);
  return (
    more > 0 ||
    (more === 0 && words.length >= draft.words.length && text.length > draft.text.length && text !== text.toUpperCase())
  );
}

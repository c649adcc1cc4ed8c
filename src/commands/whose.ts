// Finds the speaker in what was typed after `/quote`: "putin nato", "nato putin", "van der leyen gas".
import type { SpeakerHead, SpeakerMatch } from "../store/contract/speakers.ts";
import type { Store } from "../store/store.ts";

/** `words`: what is left for the search. near: nobody by that name, but a slip away. nobody: no name at all. */
export type Whose =
  | { readonly kind: "one"; readonly speaker: SpeakerHead; readonly words: string }
  | { readonly kind: "several"; readonly speakers: readonly SpeakerHead[]; readonly words: string }
  | { readonly kind: "near"; readonly speakers: readonly SpeakerHead[]; readonly words: string }
  | { readonly kind: "nobody"; readonly words: string };

const LONGEST_NAME = 5;
const MOST_TOKENS = 12;

/**
 * Looks for a name at the start first, longest first, then anywhere else; beginnings and slips count only for all that was typed
 * and for its first word, and when nobody is named in full: looking for slips takes longest.
 */
export async function whose(store: Store, typed: string, viewer: string | null): Promise<Whose> {
  const tokens = typed.split(/\s+/u).filter(Boolean);
  const guesses: { readonly name: string; readonly match: SpeakerMatch; readonly words: string }[] = [];
  for (const [start, end] of stretches(Math.min(tokens.length, MOST_TOKENS))) {
    const name = tokens.slice(start, end).join(" ");
    const match = await store.speakers.named(name, viewer);
    const words = [...tokens.slice(0, start), ...tokens.slice(end)].join(" ");
    if (isFull(match)) return found(match, words);
    if (start === 0 && (end === 1 || end === tokens.length)) guesses.push({ name, match, words });
  }
  for (const { name, match, words } of guesses) {
    const guess = match.kind === "none" ? await store.speakers.near(name, viewer) : match;
    if (guess.kind !== "none") return found(guess, words);
  }
  return { kind: "nobody", words: tokens.join(" ") };
}

/** Stretches of tokens that may be a name: from the start, longest first, then from each later place. */
function stretches(count: number): [start: number, end: number][] {
  const all: [number, number][] = [];
  for (let start = 0; start < count; start++)
    for (let end = Math.min(count, start + LONGEST_NAME); end > start; end--) all.push([start, end]);
  return all;
}

function isFull(match: SpeakerMatch): match is Extract<SpeakerMatch, { kind: "one" | "several" }> {
  return (match.kind === "one" || match.kind === "several") && match.by !== "prefix";
}

function found(match: Exclude<SpeakerMatch, { kind: "none" }>, words: string): Whose {
  if (match.kind === "one") return { kind: "one", speaker: match.speaker, words };
  const [only, ...others] = fuller(match.speakers);
  if (match.kind === "several" && only !== undefined && others.length === 0)
    return { kind: "one", speaker: only, words };
  return { kind: match.kind, speakers: match.speakers, words };
}

/** Somebody whom an article calls by a bare surname is no choice beside one who has it as part of a full name. */
function fuller(speakers: readonly SpeakerHead[]): readonly SpeakerHead[] {
  const full = speakers.filter(({ name }) => name.includes(" "));
  return full.length > 0 ? full : speakers;
}

// What is being typed, completed: from memory or one indexed look-up.
import type { Digest } from "../model/digest.ts";
import type { Store } from "../store/store.ts";
import type { ArgumentKind, Command } from "./command.ts";
import type { Completion } from "./desk.ts";
import { fold } from "./nearest.ts";
import { zones } from "./zones.ts";

/** Completions of one argument's value so far, best first, at most 25. */
export type Completer = (kind: ArgumentKind, typed: string, store: Store) => Promise<readonly Completion[]>;

const MOST = 25;

/** Completes over the digests and commands of this program and the names in the corpus. */
export function createCompleter(digests: readonly Digest[], commands: () => readonly Command[]): Completer {
  return async (kind, typed, store) => {
    switch (kind) {
      case "speaker":
        return named((await store.speakers.complete(typed, MOST)).map(({ name }) => name));
      case "outlet":
        return among(
          typed,
          (await store.articles.outlets()).map(({ outlet }) => outlet),
        );
      case "digest":
        return digests
          .filter(({ name }) => name.includes(fold(typed)))
          .map(({ name, summary }) => ({ label: `${name}: ${summary}`.slice(0, 100), value: name }));
      case "command":
        return among(
          typed.replace(/^\//, ""),
          commands().map(({ name }) => name),
        );
      case "zone":
        return among(typed.replaceAll(" ", "_"), zones());
      case "article":
        return (await store.articles.byTitleWords(typed, null, { offset: 0, limit: MOST })).items.map(
          ({ id, title }) => ({
            label: (title ?? `article ${id}`).slice(0, 100),
            value: String(id),
          }),
        );
      default:
        return [];
    }
  };
}

function named(names: readonly string[]): readonly Completion[] {
  return names.map((name) => ({ label: name.slice(0, 100), value: name.slice(0, 100) }));
}

/** Names that begin with what is typed before names that merely contain it. */
function among(typed: string, names: readonly string[]): readonly Completion[] {
  const wanted = fold(typed);
  const rank = (name: string): number => {
    const at = fold(name).indexOf(wanted);
    return at < 0 ? -1 : at === 0 ? 0 : 1;
  };
  return named(
    names
      .map((name) => ({ name, rank: rank(name) }))
      .filter(({ rank }) => rank >= 0)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST)
      .map(({ name }) => name),
  );
}

// A new article may show that stories were told apart too early or too late: they are settled with each other.
import { type Cast, meanTerms, settle } from "../language/stories/settling.ts";
import type { Terms } from "../language/stories/story-terms.ts";
import type { Corpus } from "../store/store.ts";

/** A story with more articles than this is what it is. */
const MOST_MEMBERS = 60;

type StoryCast = Cast<number, number>;

/** Settles the story that `article` has just joined with its rivals (story numbers). */
export async function settleStories(
  corpus: Corpus,
  article: number,
  joined: Terms,
  rivals: readonly number[],
): Promise<void> {
  if (rivals.length === 0) return;
  const [head] = await corpus.articles.heads([article], null);
  const own = head === undefined || head.story === null ? null : await castOf(corpus, head.story);
  if (own === null) return;
  const casts = await Promise.all(rivals.filter((id) => id !== own.id).map((id) => castOf(corpus, id)));
  const others = casts.filter((cast) => cast !== null);
  const { moves, merges } = settle(own, others, joined);
  if (moves.length === 0 && merges === null) return;
  const moved = new Set(moves.map((move) => move.article));
  for (const { id, members } of others) if (id === merges) for (const member of members) moved.add(member.id);
  const joining = others.flatMap(({ members }) => members.filter(({ id }) => moved.has(id)));
  const left = others
    .map(({ id, members }) => ({ story: id, members: members.filter((member) => !moved.has(member.id)) }))
    .filter(({ members }) => members.length > 0);
  await corpus.stories.settle(
    own.id,
    [...moved],
    [
      { story: own.id, terms: meanTerms([...own.members, ...joining]) },
      ...left.map(({ story, members }) => ({ story, terms: meanTerms(members) })),
      ...others.filter(({ id }) => id === merges).map(({ id }) => ({ story: id, terms: [] })),
    ],
  );
}

async function castOf(corpus: Corpus, id: number): Promise<StoryCast | null> {
  const members = await corpus.stories.members(id, MOST_MEMBERS);
  return members === null ? null : { id, members };
}

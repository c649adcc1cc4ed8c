// What became of the articles of the feed soak, held against what a reader would expect.
import type { Store } from "../../src/store/store.ts";
import type { Expected } from "./feeds-web.ts";

/** Numbers of articles; all but the first two should be 0. `examples`: the first few that went wrong. */
export interface FeedVerdict {
  readonly expected: number;
  readonly held: number;
  readonly missing: number;
  /** Held more than once. */
  readonly doubled: number;
  /** Held, but nobody published them. */
  readonly strange: number;
  readonly wrongTitle: number;
  readonly wrongDate: number;
  /** Told to subscribers later than the first round after it came out. */
  readonly toldLate: number;
  readonly examples: readonly string[];
}

const PER_PAGE = 500;

/** `step`: hours between two rounds. A feed that rarely changes is visited less often, at most 6 hours apart. */
export async function judgeFeeds(store: Store, expected: readonly Expected[], step: number): Promise<FeedVerdict> {
  const heads = [];
  for (let offset = 0; ; offset += PER_PAGE) {
    const { items } = await store.articles.latest(null, { offset, limit: PER_PAGE });
    heads.push(...items);
    if (items.length < PER_PAGE) break;
  }
  const byUrl = Map.groupBy(heads, ({ url }) => url);
  const counts = { missing: 0, doubled: 0, wrongTitle: 0, wrongDate: 0, toldLate: 0 };
  const examples: string[] = [];
  const wrong = (kind: keyof typeof counts, { url, temper }: Expected, found: unknown = ""): void => {
    counts[kind] += 1;
    if (examples.length < 10) examples.push(`${kind}: ${temper} ${url} ${found}`);
  };
  for (const one of expected) {
    const found = byUrl.get(one.url) ?? [];
    byUrl.delete(one.url);
    const [head] = found;
    if (head === undefined) {
      wrong("missing", one);
      continue;
    }
    if (found.length > 1) wrong("doubled", one);
    if (head.title !== one.title) wrong("wrongTitle", one, head.title);
    const { value } = head.published;
    if (value === null || Temporal.Instant.compare(Temporal.Instant.from(value), one.published) !== 0)
      wrong("wrongDate", one, value);
    const late = Temporal.Instant.from(head.firstStored).since(one.published).total("hours");
    if (late > 6 + 2 * step) wrong("toldLate", one, head.firstStored);
  }
  const strange = [...byUrl.values()].flat();
  examples.push(...strange.slice(0, 5).map(({ url, title }) => `strange: ${url} ${title}`));
  return { expected: expected.length, held: heads.length, ...counts, strange: strange.length, examples };
}

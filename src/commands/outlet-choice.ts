// The outlet somebody typed: by name in any case, by a part only one has, or the nearest ones to ask back.
import type { Post } from "../model/post.ts";
import type { Store } from "../store/store.ts";
import { fold, nearest } from "./nearest.ts";
import { mistake, typed } from "./reply.ts";

/** The outlet's name as held, or a Post that says what is wrong. */
export async function chooseOutlet(store: Store, wanted: string): Promise<string | Post> {
  const held = (await store.articles.outlets()).map(({ outlet }) => outlet);
  const exact = held.find((name) => bare(name) === bare(wanted));
  if (exact !== undefined) return exact;
  const parts = held.filter((name) => bare(name).includes(bare(wanted)) && bare(wanted) !== "");
  if (parts.length === 1) return parts[0]!;
  const options = parts.length > 1 ? parts.slice(0, 3) : nearest(wanted, held);
  if (options.length === 0) return mistake("No outlet of that name is held. ", typed("/outlets"), " lists them.");
  return mistake(
    "Which outlet do you mean: ",
    ...options.flatMap((name, at) => (at === 0 ? [name] : [" or ", name])),
    "?",
  );
}

/** Without accents, case, spaces and a leading article: "thehill" is The Hill. */
function bare(name: string): string {
  return fold(name).replace(/\s+/g, "").replace(/^the/, "");
}

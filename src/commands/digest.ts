// `/digest`: the digest now, as a subscriber would get it.
import { composeEdition } from "../composer/edition.ts";
import { type Digest, type Filters, NO_FILTERS, windowUntil } from "../model/digest.ts";
import type { Post } from "../model/post.ts";
import { clausesOf } from "./clauses.ts";
import type { Ask, Command } from "./command.ts";
import { fold, nearest } from "./nearest.ts";
import { line, mistake, typed } from "./reply.ts";
import { whose } from "./whose.ts";

const KEYWORDS = { speaker: "speaker" } as const;

/** `/digest` over the definitions in digests/. Alone it gives the first one that needs nothing. */
export function digestCommand(digests: readonly Digest[]): Command {
  return {
    name: "digest",
    summary: "The digest now, as a subscriber would get it",
    arguments: [
      { name: "digest", summary: "Which one: daily when left out", kind: "digest" },
      { name: "speaker", summary: "Whose words, for a digest that follows somebody", kind: "speaker" },
    ],
    access: "everyone",
    costly: true,
    examples: async () => digests.filter(({ needs }) => needs === null).map(({ name }) => `/digest ${name}`),
    async run(ask) {
      const { words, values } = clausesOf(ask.request.arguments, "digest", KEYWORDS);
      const [wanted = "", ...rest] = words.split(/\s+/u).filter(Boolean);
      const digest = wanted === "" ? firstOf(digests) : digests.find(({ name }) => name === fold(wanted));
      if (digest === undefined) return unknown(wanted, digests);
      const filters = await filtersFor(ask, digest, values.speaker ?? rest.join(" "));
      return "blocks" in filters ? filters : edition(ask, digest, filters);
    },
  };
}

function firstOf(digests: readonly Digest[]): Digest | undefined {
  return digests.find(({ name }) => name === "daily") ?? digests.find(({ needs }) => needs === null);
}

function unknown(wanted: string, digests: readonly Digest[]): Post {
  const names = digests.map(({ name }) => name);
  const [near] = nearest(wanted, names);
  if (near !== undefined) return mistake("No digest has that name. Did you mean ", typed(`/digest ${near}`), "?");
  return mistake(`No digest has that name. There are ${names.join(", ")}.`);
}

/** The speaker a digest needs, by full name, or a Post that asks for it. */
async function filtersFor({ store, viewer }: Ask, digest: Digest, speaker: string): Promise<Filters | Post> {
  if (digest.needs === null && speaker === "") return NO_FILTERS;
  if (speaker === "") return mistake("That digest follows a speaker: ", typed(`/digest ${digest.name} putin`), ".");
  const who = await whose(store, speaker, viewer);
  if (who.kind === "one") return { ...NO_FILTERS, speakers: [who.speaker.name] };
  const names = who.kind === "nobody" ? [] : who.speakers.map(({ name }) => name);
  return names.length === 0
    ? mistake("Nobody of that name is quoted in the articles held. ", typed("/who"), " lists the most quoted.")
    : mistake(`Whom do you mean: ${names.slice(0, 4).join(", ")}?`);
}

async function edition({ store, now, zone }: Ask, digest: Digest, filters: Filters): Promise<Post> {
  const window = windowUntil(digest, null, now);
  const composed = await composeEdition(store, digest, window, filters, now, { zone });
  if (composed.post !== null) return composed.post;
  return line(`${digest.title}: nothing new in the articles held. `, typed("/search"), " looks through older ones.");
}

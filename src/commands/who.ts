// `/who`: the most quoted, or one speaker's page.
import { speakerLine } from "../composer/article-blocks.ts";
import { composeSpeaker, speakersPost } from "../composer/speaker.ts";
import type { Post } from "../model/post.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import type { SpeakerHead } from "../store/contract/speakers.ts";
import type { Ask, Command } from "./command.ts";
import { wordsOf } from "./given.ts";
import { echo, line, mistake, prefaced, said, typed } from "./reply.ts";

const TOP = 12;

/** `/who` with the operator's table, for roles with their dates. */
export function whoCommand(known: readonly KnownSpeaker[]): Command {
  return {
    name: "who",
    summary: "The most quoted speakers, or one speaker's page",
    arguments: [{ name: "speaker", summary: "A name or surname", kind: "speaker" }],
    access: "everyone",
    costly: true,
    async examples({ store }) {
      const [most] = await store.speakers.top(1);
      return ["/who", `/who ${(most?.name.split(" ").at(-1) ?? "putin").toLowerCase()}`];
    },
    async run(ask) {
      const wanted = wordsOf(ask, "speaker");
      if (wanted === "") return mostQuoted(ask);
      const match = await ask.store.speakers.find(wanted, ask.viewer);
      if (match.kind === "one") return page(ask, match.speaker, known);
      if (match.kind === "several") return choice(match.speakers);
      const [near, ...others] = match.kind === "near" ? match.speakers : [];
      if (near === undefined)
        return mistake(
          `Nobody called ${echo(wanted)} is quoted in the articles held. `,
          typed("/who"),
          " lists the most quoted.",
        );
      if (others.length > 0) return choice([near, ...others]);
      return prefaced(await page(ask, near, known), `Did you mean ${near.name}?`);
    },
  };
}

async function page({ store, viewer }: Ask, speaker: SpeakerHead, known: readonly KnownSpeaker[]): Promise<Post> {
  const held = await store.speakers.page(speaker.id, viewer);
  if (held === null || held.quotes === 0) return line(`No quote of ${speaker.name} is held yet.`);
  const entry = known.find(({ name }) => name === held.name) ?? null;
  return composeSpeaker(store, held, viewer, { known: entry, chart: true });
}

async function mostQuoted({ store }: Ask): Promise<Post> {
  const top = await store.speakers.top(TOP);
  if (top.length === 0) return line("Nobody is quoted yet: quotes come in with the first articles.");
  return {
    ...speakersPost(top),
    actions: [top.slice(0, 3).map(({ name }) => ({ label: name, name: "who", arguments: name }))],
  };
}

function choice(speakers: readonly SpeakerHead[]): Post {
  const options = speakers.slice(0, 6);
  return {
    blocks: [
      { kind: "paragraph", spans: [said("Whom do you mean?")] },
      { kind: "list", items: options.map(speakerLine) },
    ],
    actions: options.map(({ name }) => [{ label: name, name: "who", arguments: name }]),
  };
}

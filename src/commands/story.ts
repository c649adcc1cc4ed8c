// `/story`: one event across outlets.
import { firstWords } from "../composer/account.ts";
import { storyName } from "../composer/article-blocks.ts";
import { counted } from "../composer/links.ts";
import { composeStory } from "../composer/story.ts";
import type { Action, Post } from "../model/post.ts";
import type { StoryHead } from "../store/contract/stories.ts";
import type { Ask, Command } from "./command.ts";
import { wordsOf } from "./given.ts";
import { echo, line, mistake, pageActions, prefaced, said } from "./reply.ts";

const PER_PAGE = 5;

export const storyCommand: Command = {
  name: "story",
  summary: "One event across outlets: who reported what, when",
  arguments: [{ name: "words", summary: "Words of the event", kind: "words", required: true }],
  access: "everyone",
  costly: true,
  async examples({ store }) {
    const [latest] = (await store.stories.latest({ offset: 0, limit: 1 })).items;
    const words = latest?.title?.match(/\p{L}{4,}/gu)?.slice(0, 2) ?? ["red", "lines"];
    return [`/story ${words.join(" ").toLowerCase()}`];
  },
  async run(ask) {
    const words = wordsOf(ask, "words");
    if (words === "") return latest(ask);
    const number = /^(#?)(\d{1,15})$/.exec(words);
    if (number !== null) {
      const story = await ask.store.stories.byId(Number(number[2]));
      if (story !== null) return composeStory(ask.store, story);
      if (number[1] === "#") return mistake("That story is no longer held.");
    }
    const { items } = await ask.store.stories.find(words, { offset: 0, limit: PER_PAGE });
    const [best, ...others] = items;
    if (best === undefined) return line(`No story has ${echo(words)} in it. Fewer or other words may find one.`);
    const post = await one(ask, best.id);
    return { ...post, actions: [...(post.actions ?? []), ...others.slice(0, 3).map(choose)] };
  },
};

async function one({ store }: Ask, id: number): Promise<Post> {
  const story = await store.stories.byId(id);
  return story === null ? mistake("That story is no longer held.") : composeStory(store, story);
}

async function latest({ store, request }: Ask): Promise<Post> {
  const page = await store.stories.latest({ offset: (request.page - 1) * PER_PAGE, limit: PER_PAGE });
  if (page.items.length === 0) return line("No stories are held yet.");
  const list: Post = {
    blocks: [
      {
        kind: "list",
        items: page.items.map((story) => [
          storyName(story),
          said(`  ${counted(story.outlets, "outlet")}, ${counted(story.articles, "article")}`),
        ]),
      },
    ],
    actions: [...page.items.map(choose), pageActions("story", "", request.page, page.more)].filter(
      (row) => row.length > 0,
    ),
  };
  return prefaced(list, "Say which event, in a word or two. The latest stories:");
}

function choose(story: StoryHead): readonly Action[] {
  return [
    {
      label: firstWords(story.title ?? `Story ${story.id}`),
      name: "story",
      arguments: `#${story.id}`,
    },
  ];
}

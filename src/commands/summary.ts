// `/summary`: an article in three to five of its own sentences, with its key quotes.
import { firstWords } from "../composer/account.ts";
import { articleLine } from "../composer/article-blocks.ts";
import { composeSummary } from "../composer/summary.ts";
import type { Action, Post } from "../model/post.ts";
import type { LinkResult } from "../newsroom/link.ts";
import type { ArticleHead, StoredArticle } from "../store/contract/articles.ts";
import type { Ask, Command } from "./command.ts";
import { wordsOf } from "./given.ts";
import { createPersonLimit, type PersonLimit } from "./limit.ts";
import { echo, line, mistake, prefaced, said, typed } from "./reply.ts";

const OPTIONS_SHOWN = 5;

/** Fetches and reads a link for one chat. */
export type TakeLink = (url: string, chat: string, now: Temporal.Instant) => Promise<LinkResult>;

/** Links one person may have read in a stretch of time. */
const LINKS = 6;
const LINK_SECONDS = 300;

/** `/summary`; `takeLink` reads pages that are not held. */
export function summaryCommand(takeLink: TakeLink): Command {
  const limit = createPersonLimit(LINKS, LINK_SECONDS);
  const command: Command = {
    name: "summary",
    summary: "An article in a few of its own sentences, with its key quotes",
    arguments: [
      {
        name: "article",
        summary: "A link, words of the title, or the article's number",
        kind: "article",
        required: true,
      },
    ],
    access: "everyone",
    costly: true,
    async examples({ store }) {
      const [latest] = (await store.articles.latest(null, { offset: 0, limit: 1 })).items;
      if (latest === undefined) return ["/summary 1"];
      const words = latest.title?.split(/\s+/).slice(0, 4).join(" ");
      return [`/summary ${latest.id}`, ...(words === undefined ? [] : [`/summary ${words}`])];
    },
    async run(ask) {
      const wanted = wordsOf(ask, "article");
      if (wanted === "") return invitation(ask);
      if (/^https?:\/\//i.test(wanted)) return ofLink(ask, wanted, takeLink, limit);
      const number = /^#?(\d{1,9})$/.exec(wanted);
      if (number !== null) return ofNumber(ask, Number(number[1]));
      return ofTitle(ask, wanted);
    },
  };
  return command;
}

async function ofLink(ask: Ask, url: string, takeLink: TakeLink, limit: PersonLimit): Promise<Post> {
  const { store, viewer, request, now } = ask;
  const held = await store.articles.byUrl(url, viewer);
  if (held !== null) return summarise(store, held, viewer);
  const wait = limit.take(`${request.person.platform}:${request.person.id}`, now);
  if (wait > 0) return mistake(`That was many links at once. Please send the next one in ${wait} seconds.`);
  const taken = await takeLink(url, viewer, now);
  return taken.kind === "article"
    ? ofNumber({ ...ask, store: ask.own }, taken.id)
    : mistake(`That page was not read. ${taken.why}`);
}

async function ofNumber({ store, viewer }: Ask, id: number): Promise<Post> {
  const article = await store.articles.byId(id, viewer);
  return article === null
    ? mistake(`There is no article ${id} here. `, typed("/search"), " finds articles by their words.")
    : summarise(store, article, viewer);
}

/** One article fits the words best, or a few fit alike and are offered. */
async function ofTitle(ask: Ask, words: string): Promise<Post> {
  const { store, viewer } = ask;
  const { items } = await store.articles.byTitleWords(words, viewer, { offset: 0, limit: OPTIONS_SHOWN });
  const found =
    items.length > 0 ? items : (await store.articles.search(words, viewer, { offset: 0, limit: OPTIONS_SHOWN })).items;
  const [best, ...others] = found;
  if (best === undefined) return mistake(`No article has ${echo(words)} in its title or text.`);
  const article = await store.articles.byId(best.id, viewer);
  if (article === null) return mistake("That article is no longer held.");
  const post = await summarise(store, article, viewer);
  return others.length === 0
    ? post
    : { ...post, actions: [...(post.actions ?? []), ...others.slice(0, 3).map(choose)] };
}

function summarise(store: Ask["store"], article: StoredArticle, viewer: string): Promise<Post> {
  return composeSummary(store, article, viewer);
}

function choose(article: ArticleHead): readonly Action[] {
  const label = `${firstWords(article.title ?? `Article ${article.id}`, 40)} · ${firstWords(article.outlet ?? "outlet unknown", 20)}`;
  return [{ label, name: "summary", arguments: String(article.id) }];
}

async function invitation({ store, viewer }: Ask): Promise<Post> {
  const { items } = await store.articles.latest(viewer, { offset: 0, limit: OPTIONS_SHOWN });
  if (items.length === 0) return line("No articles are held yet.");
  const list: Post = {
    blocks: [
      {
        kind: "list",
        items: items.map((article) => [typed(`/summary ${article.id}`), said("  "), ...articleLine(article)]),
      },
    ],
    actions: items.map(choose),
  };
  return prefaced(list, "Give a link, words of a title, or a number. The newest held:");
}

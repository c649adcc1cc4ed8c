// `/outlets`: who is held, with how much.

import { counted } from "../composer/links.ts";
import { showPublished } from "../model/dates.ts";
import type { Inline } from "../model/post.ts";
import type { Command } from "./command.ts";
import { line, pageActions, said, typed } from "./reply.ts";

const PER_PAGE = 15;

export const outletsCommand: Command = {
  name: "outlets",
  summary: "The outlets held: articles, quotes, newest",
  arguments: [],
  access: "everyone",
  examples: async () => ["/outlets"],
  async run({ request, store }) {
    const outlets = await store.articles.outlets();
    if (outlets.length === 0) return line("No articles are held yet. ", typed("/help"), " says how they come in.");
    const shown = outlets.slice((request.page - 1) * PER_PAGE, request.page * PER_PAGE);
    const items = shown.map(({ outlet, articles, quotes, newest }): Inline[] => [
      { text: outlet, style: "bold" },
      said(`  ${counted(articles, "article")}, ${counted(quotes, "quote")}`),
      ...(newest === null ? [] : [said(`, newest ${showPublished({ value: newest, precision: "day" })}`)]),
    ]);
    const actions = pageActions("outlets", "", request.page, outlets.length > request.page * PER_PAGE);
    return {
      blocks: [
        { kind: "heading", spans: [said("Outlets")] },
        { kind: "list", items },
      ],
      actions: [actions],
    };
  },
};

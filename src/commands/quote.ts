// `/quote`: somebody's words, newest first, or best match first when words are given.

import { counted } from "../composer/links.ts";
import { onceEach, withSentences } from "../composer/passage.ts";
import { quoteBlocks } from "../composer/quote-blocks.ts";
import type { Post } from "../model/post.ts";
import type { Page } from "../store/contract/page.ts";
import type { QuoteView } from "../store/contract/quotes.ts";
import type { SpeakerHead } from "../store/contract/speakers.ts";
import { clausesOf } from "./clauses.ts";
import type { Ask, Command } from "./command.ts";
import { chooseOutlet } from "./outlet-choice.ts";
import { type Period, readPeriod } from "./period.ts";
import { echo, line, mistake, pageActions, prefaced, said, typed } from "./reply.ts";
import { cardActions, mayBeCard, statementCard, statementWordings, wordingActions } from "./statement.ts";
import { type Whose, whose } from "./whose.ts";

const PER_PAGE = 4;
const OPTIONS_SHOWN = 6;

const KEYWORDS = {
  since: "since",
  after: "since",
  until: "until",
  before: "until",
  outlet: "outlet",
  from: "outlet",
} as const;

/** What is asked of the store, once everything typed is understood. */
interface Search extends Period {
  readonly speaker: SpeakerHead | null;
  readonly words: string;
  readonly outlet: string | undefined;
}

export const quoteCommand: Command = {
  name: "quote",
  summary: "Who said what: verbatim words with speaker, day and source",
  arguments: [
    { name: "speaker", summary: "Whose words: a name or surname", kind: "speaker" },
    { name: "words", summary: "Words to look for in them", kind: "words" },
    { name: "since", summary: "From this day, month or year on: 2021-11", kind: "date" },
    { name: "until", summary: "Up to this day, month or year: 2021-12", kind: "date" },
    { name: "outlet", summary: "Only as this outlet reported it", kind: "outlet" },
  ],
  access: "everyone",
  costly: true,
  async examples({ store }) {
    const [most, next] = await store.speakers.top(2);
    const first = surnameOf(most);
    return [`/quote ${first}`, `/quote ${surnameOf(next)}`, `/quote ${first} since 2021-11 until 2021-12`];
  },
  async run(ask) {
    const { words, values } = clausesOf(withWords(ask.request.arguments), "who", KEYWORDS);
    if (words === "" && Object.keys(values).length === 0) return invitation(ask);
    const statement = /^#(\d{1,15})(\s+card)?$/.exec(words);
    if (statement !== null)
      return (statement[2] === undefined ? statementWordings : statementCard)(ask, Number(statement[1]));
    const period = readPeriod(values.since, values.until, ask.now, ask.zone);
    if ("blocks" in period) return period;
    const outlet = values.outlet === undefined ? undefined : await chooseOutlet(ask.store, values.outlet);
    if (typeof outlet === "object") return outlet;
    return answer(ask, words, { ...period, outlet });
  },
};

/** A slash command's speaker and words are read as one, as if they were typed. */
function withWords(given: Ask["request"]["arguments"]): Ask["request"]["arguments"] {
  if (typeof given === "string") return given;
  const { speaker = "", words = "", ...rest } = given;
  return { who: `${speaker} ${words}`.trim(), ...rest };
}

async function answer(ask: Ask, typedWords: string, rest: Omit<Search, "speaker" | "words">): Promise<Post> {
  const who = await whose(ask.store, typedWords, ask.viewer);
  if (who.kind === "one") return quotes(ask, { ...rest, speaker: who.speaker, words: who.words });
  if (who.kind === "several") return choice(who.speakers, who.words);
  const byWords = await search(ask, { ...rest, speaker: null, words: typedWords });
  if (byWords !== null) return byWords;
  return who.kind === "near" ? didYouMean(ask, who, rest) : nobody(ask, typedWords);
}

async function didYouMean(
  ask: Ask,
  who: Extract<Whose, { kind: "near" }>,
  rest: Omit<Search, "speaker" | "words">,
): Promise<Post> {
  const [only, ...others] = who.speakers;
  if (only === undefined) return nobody(ask, who.words);
  if (others.length > 0) return choice(who.speakers, who.words);
  const post = await quotes(ask, { ...rest, speaker: only, words: who.words });
  return prefaced(post, `Did you mean ${only.name}?`);
}

async function quotes(ask: Ask, wanted: Search): Promise<Post> {
  const found = await search(ask, wanted);
  if (found !== null) return found;
  const name = wanted.speaker?.name ?? "anybody";
  const hint =
    wanted.words !== "" || wanted.since !== undefined || wanted.until !== undefined || wanted.outlet !== undefined;
  if (!hint || wanted.speaker === null) return line(`No quote of ${name} is held.`);
  const alone = `/quote ${wanted.speaker.name}`;
  return line(`No quote of ${name} fits all of that. `, typed(alone), " shows all that are held.");
}

/** One page of quotes, verbatim ones if there are any, else reported speech; null when there is none at all. */
async function search(ask: Ask, wanted: Search): Promise<Post | null> {
  const verbatim = await find(ask, wanted, { verbatim: true, page: ask.request.page });
  if (verbatim.items.length > 0) return pageOf(ask, wanted, verbatim);
  const none = ask.request.page === 1 || (await find(ask, wanted, { verbatim: true, page: 1 })).items.length === 0;
  if (!none) return mistake("There are no more quotes.");
  const reported = await find(ask, wanted, { verbatim: false, page: ask.request.page });
  if (reported.items.length > 0)
    return prefaced(
      await pageOf(ask, wanted, reported),
      "No words of theirs are held, only what was reported of them:",
    );
  return ask.request.page > 1 ? mistake("There are no more quotes.") : null;
}

function find(
  { store, viewer }: Ask,
  wanted: Search,
  { verbatim, page }: { readonly verbatim: boolean; readonly page: number },
): Promise<Page<QuoteView>> {
  return store.quotes.find({
    viewer,
    verbatim,
    speaker: wanted.speaker?.id,
    words: wanted.words === "" ? undefined : wanted.words,
    since: wanted.since,
    until: wanted.until,
    outlet: wanted.outlet,
    offset: (page - 1) * PER_PAGE,
    limit: PER_PAGE,
  });
}

async function pageOf(ask: Ask, wanted: Search, { items, more, order }: Page<QuoteView>): Promise<Post> {
  const { request, store, viewer } = ask;
  const blocks = onceEach(await withSentences(store, items, viewer)).flatMap((quote) => quoteBlocks(quote));
  return {
    blocks: [{ kind: "heading", spans: [said(title(wanted, order, request.page))] }, ...blocks],
    actions: [
      pageActions("quote", asTyped(ask), request.page, more),
      wordingActions(items.filter((item) => item.wordings > 1).map(({ statement }) => statement)),
      cardActions(items.filter(mayBeCard).map(({ statement }) => statement)),
    ].filter((row) => row.length > 0),
  };
}

function title(wanted: Search, order: "best" | "newest", page: number): string {
  const who = wanted.speaker === null ? "Quotes" : wanted.speaker.name;
  const about = wanted.words === "" ? "" : `, on ${echo(wanted.words)}`;
  const from = wanted.outlet === undefined ? "" : `, in ${wanted.outlet}`;
  const since = wanted.since === undefined ? "" : `, since ${wanted.since}`;
  const until = wanted.until === undefined ? "" : `, until ${wanted.until}`;
  const sorted = order === "best" ? "best match first" : "newest first";
  return `${who}${about}${from}${since}${until} (${sorted}${page > 1 ? `, page ${page}` : ""})`;
}

/** The request as a line that can be asked again. */
function asTyped({ request }: Ask): string {
  if (typeof request.arguments === "string") return request.arguments;
  const { speaker = "", words = "", ...clauses } = request.arguments;
  const rest = Object.entries(clauses).map(([name, value]) => `${name} ${value}`);
  return [speaker, words, ...rest].filter(Boolean).join(" ");
}

function choice(speakers: readonly SpeakerHead[], words: string): Post {
  const options = speakers.slice(0, OPTIONS_SHOWN);
  return {
    blocks: [
      { kind: "paragraph", spans: [said("Whose words do you mean?")] },
      {
        kind: "list",
        items: options.map((speaker) => [
          typed(`/quote ${speaker.name}`),
          said(`  ${counted(speaker.quotes, "quote")}`),
        ]),
      },
    ],
    actions: options.map((speaker) => [
      { label: speaker.name, name: "quote", arguments: `${speaker.name} ${words}`.trim() },
    ]),
  };
}

async function nobody(ask: Ask, words: string): Promise<Post> {
  const [most] = await ask.store.speakers.top(1);
  const example = most === undefined ? "/help" : `/quote ${surnameOf(most)}`;
  return mistake(
    `Nobody called ${echo(words)} is quoted in the articles held, and no quote has these words. Try `,
    typed(example),
    ", or ",
    typed("/who"),
    " for the most quoted.",
  );
}

async function invitation(ask: Ask): Promise<Post> {
  const top = await ask.store.speakers.top(OPTIONS_SHOWN);
  if (top.length === 0) return line("No quotes are held yet: they come in with the first articles.");
  return prefaced(choice(top, ""), "Name a speaker, and words to look for if you like.");
}

function surnameOf(speaker: SpeakerHead | undefined): string {
  return speaker === undefined ? "putin" : (speaker.name.split(" ").at(-1) ?? speaker.name).toLowerCase();
}

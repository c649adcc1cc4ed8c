// Articles and annotations as tests write them: quotes are named by their words, and the spans are looked up.
import type { Annotation, PlacedQuotation } from "../../src/model/annotation.ts";
import type { ArticleText } from "../../src/model/article.ts";
import type { SayingDate } from "../../src/model/dates.ts";
import type { QuoteKind, VoiceKind } from "../../src/model/quote.ts";
import type { Span } from "../../src/model/text.ts";
import type { Links, SaveOptions, SaveResult, StatementLink, StoryLink } from "../../src/store/contract/articles.ts";
import type { Store } from "../../src/store/store.ts";

export const UNDATED: SayingDate = { value: null, precision: "unknown", evidence: "none" };

export function day(value: string, evidence: SayingDate["evidence"] = "stated"): SayingDate {
  return { value, precision: "day", evidence };
}

export function at(instant: string): Temporal.Instant {
  return Temporal.Instant.from(instant);
}

export interface QuoteIdea {
  /** As it stands in the body, marks included when direct. */
  readonly content: string;
  readonly speaker: string | null;
  readonly said?: SayingDate;
  readonly kind?: QuoteKind;
  readonly voice?: VoiceKind;
  readonly role?: string;
  readonly link?: StatementLink;
}

export interface ArticleIdea {
  readonly title?: string | null;
  readonly outlet?: string | null;
  readonly url?: string | null;
  readonly published?: string | null;
  readonly body?: string;
  readonly quotes?: readonly QuoteIdea[];
  readonly story?: StoryLink | null;
  readonly stored?: string;
  readonly chat?: string;
  readonly version?: string;
  readonly addresses?: readonly string[];
  readonly bands?: readonly number[];
  readonly duplicateOf?: number;
  readonly terms?: Annotation["terms"];
}

/** Body: the given one, or the quotes' contents in paragraphs. */
export function bodyOf(idea: ArticleIdea): string {
  return idea.body ?? (idea.quotes ?? []).map((quote) => `${quote.content} was the answer given.`).join("\n\n");
}

export function textOf(idea: ArticleIdea): ArticleText {
  const published = idea.published ?? null;
  return {
    title: idea.title ?? null,
    outlet: idea.outlet ?? null,
    author: null,
    url: idea.url ?? null,
    published: { value: published, precision: published === null ? "unknown" : "day" },
    body: bodyOf(idea),
    posts: [],
  };
}

export function annotationOf(idea: ArticleIdea): Annotation {
  const body = bodyOf(idea);
  return {
    version: idea.version ?? "v1",
    quotes: (idea.quotes ?? []).map((quote) => quotationOf(body, quote)),
    summary: body.length > 0 ? [{ span: [0, Math.min(body.length, 20)], rank: 0 }] : [],
    terms: idea.terms ?? [],
  };
}

function quotationOf(body: string, idea: QuoteIdea): PlacedQuotation {
  const start = body.indexOf(idea.content);
  if (start < 0) throw new Error(`The body does not hold ${idea.content}`);
  const content: Span = [start, start + idea.content.length];
  const marked = [...idea.content.matchAll(/“([^”]*)”/g)];
  const words = marked.map((match): Span => [start + match.index + 1, start + match.index + match[0].length - 1]);
  const isWhole = marked.length === 1 && marked[0]?.[0] === idea.content;
  return {
    place: { in: "body" },
    kind: idea.kind ?? (isWhole ? "direct" : words.length > 0 ? "mixed" : "indirect"),
    content: [content],
    words,
    cue: null,
    mention: null,
    speaker: idea.speaker,
    voice: idea.voice ?? "person",
    role: idea.role ?? null,
    said: idea.said ?? UNDATED,
  };
}

export function linksOf(idea: ArticleIdea): Links {
  return {
    statements: (idea.quotes ?? []).map((quote) => quote.link ?? { to: "new", said: quote.said ?? UNDATED }),
    story: idea.story ?? null,
  };
}

export function optionsOf(idea: ArticleIdea): SaveOptions {
  return {
    audience: idea.chat === undefined ? "everyone" : { chat: idea.chat },
    addresses: idea.addresses ?? [],
    firstStored: at(idea.stored ?? "2026-01-01T08:00:00Z"),
    links: linksOf(idea),
    ...(idea.bands === undefined ? {} : { bands: idea.bands }),
    ...(idea.duplicateOf === undefined ? {} : { duplicateOf: idea.duplicateOf }),
  };
}

export function save(store: Store, idea: ArticleIdea): Promise<SaveResult> {
  return store.articles.save(textOf(idea), annotationOf(idea), optionsOf(idea));
}

// The worst errors of quote detection, by class: counts, then the longest texts got wrong.
import type { Span } from "../../src/model/text.ts";
import type { GoldArticle, Predicted } from "./quotes.ts";

interface Wrong {
  readonly kind: string;
  readonly weight: number;
  readonly shown: string;
}

/** Lines to print: how many errors of each class, then the `most` worst. */
export function worstQuotes(gold: readonly GoldArticle[], predicted: readonly Predicted[], most: number): string[] {
  const wrong = gold.flatMap((article, index) => errorsIn(article, predicted[index]!));
  const counts = Map.groupBy(wrong, ({ kind }) => kind);
  const classes = [...counts]
    .map(([kind, each]) => `${String(each.length).padStart(5)}  ${kind}`)
    .sort()
    .reverse();
  const worst = wrong.toSorted((a, b) => b.weight - a.weight).slice(0, most);
  return [
    "errors by class:",
    ...classes,
    `the ${worst.length} worst:`,
    ...worst.map(({ kind, shown }) => `${kind}: ${shown}`),
  ];
}

function errorsIn({ id, text, quotes }: GoldArticle, { quotes: found }: Predicted): Wrong[] {
  const gold = quotes.flatMap((quote) => quote.content.map((span) => ({ span, name: `${quote.kind}, ${quote.type}` })));
  const guesses = found.flatMap((quote) =>
    quote.content.map((span) => ({ span, name: `${quote.speech ? "speech" : "other"}, ${quote.kind}` })),
  );
  const meets = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
  const size = ([start, end]: Span): number => end - start;
  const show = (span: Span): string =>
    `${id} ${span[0]}: ${text
      .slice(...span)
      .replaceAll("\n", " ")
      .slice(0, 160)}`;
  const missed = gold.flatMap(({ span, name }) => {
    const near = guesses.filter((guess) => meets(guess.span, span));
    if (near.some((guess) => guess.span[0] === span[0] && guess.span[1] === span[1])) return [];
    const guess = near[0];
    if (!guess) return [{ kind: `missed (${name})`, weight: size(span), shown: show(span) }];
    const side = guess.span[0] === span[0] ? "end" : guess.span[1] === span[1] ? "start" : "both ends";
    const off = Math.abs(guess.span[0] - span[0]) + Math.abs(guess.span[1] - span[1]);
    return [
      {
        kind: `${side} wrong (${name})`,
        weight: off,
        shown: `${show(span)} ← ${text.slice(...guess.span).slice(0, 80)}`,
      },
    ];
  });
  const spurious = guesses
    .filter((guess) => !gold.some(({ span }) => meets(guess.span, span)))
    .map(({ span, name }) => ({ kind: `spurious (${name})`, weight: size(span), shown: show(span) }));
  return [...missed, ...spurious];
}

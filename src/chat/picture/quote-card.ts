// A quote as a card: the words large, below them who said them, when, and who reported it.
import type { Picture } from "../../model/post.ts";
import { type Box, COLOURS, column, line, row, sheet, shortened } from "./box.ts";

const MAX_WORDS = 600;

export function quoteCard(card: Extract<Picture, { kind: "quote-card" }>): Box {
  const words = quoted(card.words);
  return sheet(
    { padding: "64px 72px 48px 72px" },
    row(
      {},
      column({ width: 10, borderRadius: 5, backgroundColor: COLOURS.accent, marginRight: 44, flexShrink: 0 }),
      column(
        { flexGrow: 1, flexShrink: 1, minHeight: 300, justifyContent: "center" },
        line(words, { fontSize: sizeFor(words.length), lineHeight: 1.35 }),
      ),
    ),
    column(
      { marginTop: 48, marginLeft: 54 },
      line(card.speaker, { fontSize: 48, fontWeight: 700 }),
      ...(card.role === null ? [] : [line(card.role, { fontSize: 36, color: COLOURS.quiet, marginTop: 2 })]),
    ),
    row(
      {
        marginTop: 36,
        marginLeft: 54,
        justifyContent: "space-between",
        alignItems: "flex-end",
        fontSize: 34,
        color: COLOURS.quiet,
      },
      line([card.date, card.outlet].filter((part) => part !== "").join(" · "), { flexShrink: 1 }),
      line("OnRecord", { color: COLOURS.accent, fontWeight: 700, flexShrink: 0, marginLeft: 32 }),
    ),
  );
}

/** Each fragment between marks of its own; what is left out stands outside them. */
function quoted(fragments: readonly string[]): string {
  const shown: string[] = [];
  let room = MAX_WORDS;
  for (const fragment of fragments) {
    if (room <= 0) break;
    const { text, cut } = shortened(fragment.replace(/\s+/g, " ").trim(), room);
    shown.push(cut ? `“${text}” …` : `“${text}”`);
    room -= cut ? room : text.length;
  }
  return shown.join(" … ").replace(/… …/g, "…");
}

/** Few words are set large. */
function sizeFor(length: number): number {
  if (length <= 60) return 80;
  if (length <= 120) return 66;
  if (length <= 240) return 54;
  return length <= 400 ? 46 : 40;
}

// Numbers as bars: a label, a bar as long as its share of the greatest, and the number itself.
import type { Picture } from "../../model/post.ts";
import { type Box, COLOURS, column, line, row, sheet, shortened, WIDTH } from "./box.ts";

const MAX_BARS = 20;
const MAX_LABEL = 22;
const PADDING = 72;
/** What labels and bars have together, beside the numbers. */
const ROOM = WIDTH - 2 * PADDING - 110;
/** About the width of one letter of a label, and the space after it. */
const LETTER = 19;
const AFTER_LABEL = 24;
const THICK = 42;
const SIZE = 34;

export function chart({ title, bars }: Extract<Picture, { kind: "chart" }>): Box {
  const shown = bars.slice(0, MAX_BARS).map(({ label, value }) => {
    const { text, cut } = shortened(label, MAX_LABEL);
    return { label: cut ? `${text}…` : text, value: Math.max(0, value) };
  });
  const greatest = Math.max(...shown.map((bar) => bar.value), 1);
  const labels = Math.max(...shown.map((bar) => bar.label.length), 0) * LETTER + AFTER_LABEL;
  return sheet(
    { padding: `56px ${PADDING}px 48px ${PADDING}px` },
    line(title, { fontSize: 46, fontWeight: 700, marginBottom: 36 }),
    ...shown.map((bar) => barRow(bar, labels, bar.value / greatest)),
    line("OnRecord", { marginTop: 28, alignSelf: "flex-end", fontSize: SIZE, color: COLOURS.accent, fontWeight: 700 }),
  );
}

function barRow(bar: { readonly label: string; readonly value: number }, labels: number, share: number): Box {
  const track = ROOM - labels;
  const filled = Math.max(Math.round(share * track), bar.value > 0 ? 6 : 0);
  return row(
    { alignItems: "center", marginBottom: 14 },
    line(bar.label, {
      width: labels,
      fontSize: SIZE,
      flexShrink: 0,
      justifyContent: "flex-end",
      paddingRight: AFTER_LABEL,
    }),
    column(
      { width: track, height: THICK, flexShrink: 0, borderRadius: 6, backgroundColor: COLOURS.track },
      column({ width: filled, height: THICK, borderRadius: 6, backgroundColor: COLOURS.accent }),
    ),
    line(String(bar.value), { fontSize: SIZE, paddingLeft: 20, fontWeight: 700 }),
  );
}

// Numbers as bars: a label, a bar as long as its share of the greatest, and the number itself.
import type { Picture } from "../../model/post.ts";
import { type Box, COLOURS, column, line, row, sheet, shortened } from "./box.ts";

const MAX_BARS = 20;
const LONGEST = 600;

export function chart({ title, bars }: Extract<Picture, { kind: "chart" }>): Box {
  const shown = bars.slice(0, MAX_BARS);
  const greatest = Math.max(...shown.map((bar) => bar.value), 0);
  return sheet(
    { padding: "56px 72px 48px 72px" },
    line(title, { fontSize: 46, fontWeight: 700, marginBottom: 36 }),
    ...shown.map((bar) => barRow(bar, greatest)),
    line("OnRecord", { marginTop: 28, alignSelf: "flex-end", fontSize: 34, color: COLOURS.accent, fontWeight: 700 }),
  );
}

function barRow({ label, value }: { readonly label: string; readonly value: number }, greatest: number): Box {
  const share = greatest > 0 ? Math.max(0, value) / greatest : 0;
  const { text, cut } = shortened(label, 22);
  return row(
    { alignItems: "center", marginBottom: 14 },
    line(cut ? `${text}…` : text, {
      width: 370,
      fontSize: 34,
      flexShrink: 0,
      justifyContent: "flex-end",
      paddingRight: 24,
    }),
    column(
      { width: LONGEST, height: 42, flexShrink: 0, borderRadius: 6, backgroundColor: COLOURS.track },
      column({
        width: Math.max(Math.round(share * LONGEST), value > 0 ? 6 : 0),
        height: 42,
        borderRadius: 6,
        backgroundColor: COLOURS.accent,
      }),
    ),
    line(String(value), { fontSize: 34, paddingLeft: 20, fontWeight: 700 }),
  );
}

// The pieces pictures are laid out from: boxes in a row or a column, and lines of text in them.

/** One box as the layout engine takes it. */
export interface Box {
  readonly type: "div";
  readonly props: { readonly style: Style; readonly children: string | readonly Box[] };
}

export type Style = Readonly<Record<string, string | number>>;

/** Every picture's width in pixels. */
export const WIDTH = 1200;

export const COLOURS = {
  paper: "#faf8f4",
  ink: "#1d2330",
  quiet: "#5d6677",
  accent: "#3f6fb5",
  track: "#e4e7ee",
} as const;

const FONTS = "Noto Sans latin, Noto Sans latin-ext, Noto Sans cyrillic, Noto Sans cyrillic-ext, Noto Sans greek";

export function column(style: Style, ...children: readonly Box[]): Box {
  return { type: "div", props: { style: { display: "flex", flexDirection: "column", ...style }, children } };
}

export function row(style: Style, ...children: readonly Box[]): Box {
  return { type: "div", props: { style: { display: "flex", flexDirection: "row", ...style }, children } };
}

export function line(text: string, style: Style): Box {
  return { type: "div", props: { style: { display: "flex", wordBreak: "break-word", ...style }, children: text } };
}

/** The sheet a picture is drawn on. */
export function sheet(style: Style, ...children: readonly Box[]): Box {
  return column(
    {
      width: WIDTH,
      boxSizing: "border-box",
      backgroundColor: COLOURS.paper,
      color: COLOURS.ink,
      fontFamily: FONTS,
      ...style,
    },
    ...children,
  );
}

/** Cuts at a word's edge; what was left out shows as an ellipsis that stands after the text. */
export function shortened(text: string, max: number): { readonly text: string; readonly cut: boolean } {
  if (text.length <= max) return { text, cut: false };
  const space = text.lastIndexOf(" ", max);
  return { text: text.slice(0, space > max / 2 ? space : max).trimEnd(), cut: true };
}

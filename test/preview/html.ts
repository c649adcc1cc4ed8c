// What both looks share: escaping, fonts, the page around a message.

/** Text as HTML text. */
export function text(value: string): string {
  return value.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** A picture's bytes as an address. */
export function dataUrl(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
}

const FONT_FILES = ["latin", "latin-ext", "cyrillic", "greek"].flatMap((alphabet) =>
  ([400, 500, 600, 700] as const).map((weight) => ({ alphabet, weight })),
);

const RANGES: Readonly<Record<string, string>> = {
  latin:
    "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212",
  "latin-ext": "U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20C0",
  cyrillic: "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116",
  greek: "U+0370-03FF",
};

/** Noto Sans from the install, standing in for each platform's own face. */
export const FONT_FACES = FONT_FILES.map(
  ({ alphabet, weight }) => `@font-face {
    font-family: Preview; font-weight: ${weight}; unicode-range: ${RANGES[alphabet]};
    src: url(/node_modules/@fontsource/noto-sans/files/noto-sans-${alphabet}-${weight}-normal.woff2);
  }`,
).join("\n");

/** The round mark that stands for whoever asks. */
export const READER = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="#8a93a6"/><circle cx="40" cy="32" r="14" fill="#fff"/><path d="M12 80a28 28 0 0 1 56 0z" fill="#fff"/></svg>',
).toString("base64")}`;

/** The round mark that stands for the bot. */
export const AVATAR = `data:image/svg+xml;base64,${Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="#3f6fb5"/>
  <rect x="20" y="22" width="6" height="36" rx="3" fill="#fff"/><rect x="34" y="24" width="28" height="6" rx="3" fill="#fff"/>
  <rect x="34" y="37" width="22" height="6" rx="3" fill="#fff"/><rect x="34" y="50" width="26" height="6" rx="3" fill="#fff" opacity=".6"/></svg>`,
).toString("base64")}`;

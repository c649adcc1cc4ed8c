// Draws a picture of a Post as PNG: laid out as flexible boxes, set in the fonts that come with the install, fetching nothing.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import satori from "satori";
import type { Picture } from "../model/post.ts";
import { type Box, WIDTH } from "./picture/box.ts";
import { chart } from "./picture/chart.ts";
import { quoteCard } from "./picture/quote-card.ts";

/** Twice the size it is shown at on most screens is enough for any. */
const PIXELS_WIDE = WIDTH;
const KEPT = 32;
/** What the fonts hold: Latin, Greek and Cyrillic with their punctuation. */
const DRAWABLE =
  /^[\s\u0020-\u02ff\u0301\u0304\u0308\u0329\u0370-\u03ff\u0400-\u052f\u1e00-\u1e9f\u1ef2-\u1eff\u2000-\u206f\u20a0-\u20bf\u2116\u2122\u2191\u2193\u2212]*$/;
/** What nobody sees in a text, and would see as a box in a picture. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

const drawn = new Map<string, Promise<Uint8Array>>();

/**
 * Draws a picture 1200 pixels wide. The same picture is drawn once, as an edition's goes to many chats.
 * @throws when it holds characters that the fonts have not; the caller shows `alt` instead.
 */
export function drawPicture(picture: Picture): Promise<Uint8Array> {
  const key = JSON.stringify(picture);
  const before = drawn.get(key);
  if (before !== undefined) return before;
  const png = draw(picture);
  png.catch(() => drawn.delete(key));
  drawn.set(key, png);
  if (drawn.size > KEPT) drawn.delete(drawn.keys().next().value!);
  return png;
}

async function draw(asked: Picture): Promise<Uint8Array> {
  const picture = asSeen(asked);
  const { alt: _, ...shown } = picture;
  if (!DRAWABLE.test(Object.values(shown).flatMap(textsIn).join(" "))) {
    throw new Error("the picture holds characters outside Latin, Greek and Cyrillic");
  }
  const box = picture.kind === "chart" ? chart(picture) : quoteCard(picture);
  const svg = await svgOf(box);
  await ready();
  const image = new Resvg(svg, { fitTo: { mode: "width", value: PIXELS_WIDE } });
  const rendered = image.render();
  const png = rendered.asPng();
  rendered.free();
  image.free();
  return png;
}

/** The same picture in letters the fonts know: composed where they can be, without what cannot be seen. */
function asSeen(picture: Picture): Picture {
  const cleaned = JSON.stringify(picture, (_, value: unknown) =>
    typeof value === "string" ? value.normalize("NFC").replace(UNSEEN, "") : value,
  );
  return JSON.parse(cleaned) as Picture;
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

async function svgOf(box: Box): Promise<string> {
  return satori(box as unknown as Parameters<typeof satori>[0], {
    width: WIDTH,
    fonts: await fonts(),
    // Asked for glyphs it misses, the library would have us fetch: there is nothing to fetch.
    loadAdditionalAsset: async () => [],
  });
}

type Font = Parameters<typeof satori>[1]["fonts"][number];

const ALPHABETS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek"];
const WEIGHTS = [400, 700] as const;

let loadedFonts: Promise<Font[]> | undefined;

/** Read once; one family for all alphabets, so that a line may mix them. */
function fonts(): Promise<Font[]> {
  loadedFonts ??= Promise.all(
    ALPHABETS.flatMap((alphabet) => WEIGHTS.map((weight) => ({ alphabet, weight }))).map(
      async ({ alphabet, weight }): Promise<Font> => ({
        name: `Noto Sans ${alphabet}`,
        weight,
        style: "normal",
        data: await readFile(
          fileURLToPath(import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-${alphabet}-${weight}-normal.woff`)),
        ),
      }),
    ),
  );
  return loadedFonts;
}

let engine: Promise<void> | undefined;

function ready(): Promise<void> {
  engine ??= readFile(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))).then((wasm) =>
    initWasm(wasm),
  );
  return engine;
}

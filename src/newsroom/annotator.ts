// The annotator of this program: the language room with its learned weights, read once from beside its code.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Annotator, createAnnotator } from "../language/annotate.ts";
import { decodeWeights } from "../language/quotes/weights.ts";
import type { KnownSpeaker } from "../model/speaker.ts";

const WEIGHTS = new URL("../language/weights/quotes.bin", import.meta.url);

/** Reads the weights and makes the annotator over the operator's table of speakers. */
export function loadAnnotator(known: readonly KnownSpeaker[]): Annotator {
  const bytes = readFileSync(WEIGHTS);
  const weightsVersion = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  return createAnnotator({ weights: decodeWeights(bytes), weightsVersion, known });
}

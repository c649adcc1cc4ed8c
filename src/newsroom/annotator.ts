// The annotator of this program: the language room with its learned weights.
import { type Annotator, createAnnotator } from "../language/annotate.ts";
import { decodeWeights } from "../language/quotes/weights.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import { readWeights } from "./weights.ts";

/** Reads the weights and makes the annotator over the operator's table of speakers. */
export function loadAnnotator(known: readonly KnownSpeaker[]): Annotator {
  const { bytes, weightsVersion } = readWeights();
  return createAnnotator({ weights: decodeWeights(bytes), weightsVersion, known });
}

// The learned weights' file, and what it makes of an annotator's version; read from beside the language room's code.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { versionOf } from "../language/version.ts";
import type { KnownSpeaker } from "../model/speaker.ts";

const WEIGHTS = new URL("../language/weights/quotes.bin", import.meta.url);

/** The file's bytes, and the version they give. */
export function readWeights(): { readonly bytes: Uint8Array; readonly weightsVersion: string } {
  const bytes = readFileSync(WEIGHTS);
  return { bytes, weightsVersion: createHash("sha256").update(bytes).digest("hex").slice(0, 10) };
}

/** The version of the annotator over these speakers, wherever it works. */
export function annotatorVersion(known: readonly KnownSpeaker[]): string {
  return versionOf(readWeights().weightsVersion, known);
}

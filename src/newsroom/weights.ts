// Learned tables of the language room, read once from beside its code: the language room itself does no input.
import { readFileSync } from "node:fs";

/** The bytes of one weights file, by its name under `language/weights/`. */
export function readWeights(name: string): Uint8Array {
  return readFileSync(new URL(`../language/weights/${name}`, import.meta.url));
}

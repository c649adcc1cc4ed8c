// The annotator of this program: the language room with its learned weights, read once from beside its code.
import { readFileSync } from "node:fs";
import { type Annotator, createAnnotator } from "../language/annotate.ts";
import type { KnownSpeaker } from "../model/speaker.ts";

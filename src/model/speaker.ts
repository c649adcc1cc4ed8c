// The operator's table of known speakers (config/speakers.yaml), as the language and store rooms read it.
import type { VoiceKind } from "./quote.ts";

export interface Role {
  readonly title: string;
  /** First day held, "2000-05-07" or shorter; null when unknown. */
  readonly from: string | null;
  readonly until: string | null;
}

export interface KnownSpeaker {
  readonly name: string;
  readonly kind: VoiceKind;
  readonly gender: "female" | "male" | "other" | null;
  readonly aliases: readonly string[];
  /** Descriptions that mean this speaker while a role lasts ("the Kremlin leader"). */
  readonly descriptions: readonly string[];
  readonly roles: readonly Role[];
}

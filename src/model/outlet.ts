// The operator's table of outlets (config/outlets.yaml).

export interface KnownOutlet {
  readonly name: string;
  /** Registrable domains or hosts it publishes on: "bdnews24.com". */
  readonly hosts: readonly string[];
  readonly aliases: readonly string[];
  /** Lines in a saved text that only this outlet prints ("With Post wires"). */
  readonly signs: readonly string[];
}

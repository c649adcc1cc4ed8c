// What one part of the benchmark reports: rows of measured figures beside their anchors.

/** One figure. `floor` is looked up in floors.json under `<table name>/<row name>`; higher is better unless `lowerIsBetter`. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  /** Simple baselines and published figures, by name, for the same measure. */
  readonly anchors?: Readonly<Record<string, number>>;
  readonly lowerIsBetter?: boolean;
  /** Times and sizes vary with the machine: shown, never gated. */
  readonly informative?: boolean;
}

export interface BenchTable {
  readonly name: string;
  /** Which data, and its SHA-256 (first 12 hex digits); or why there is none. */
  readonly data: readonly { readonly file: string; readonly fingerprint: string }[];
  readonly rows: readonly BenchRow[];
  /** Further lines to print, such as the worst errors. */
  readonly notes?: readonly string[];
}

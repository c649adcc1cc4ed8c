// What became of a fetch. Expected failures are outcomes, never thrown.

/** What a server gave to ask again by; sent with the next fetch of the same address. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type FetchOutcome =
  | {
      readonly kind: "fetched";
      /** The address after all redirects. */
      readonly url: string;
      /** Where permanent redirects say the address has moved for good; null when it has not. */
      readonly movedTo: string | null;
      readonly headers: Readonly<Record<string, string>>;
      readonly bytes: Uint8Array;
      readonly validators: Validators;
    }
  | { readonly kind: "unchanged"; readonly movedTo: string | null; readonly validators: Validators }
  /** Nothing wrong that lasts: try again at or after this instant. */
  | { readonly kind: "later"; readonly retryAt: string; readonly why: string }
  | { readonly kind: "refused"; readonly reason: RefusalReason; readonly why: string; readonly movedTo: string | null };

export type RefusalReason =
  | "address"
  | "robots"
  | "blocked"
  | "missing"
  | "gone"
  | "too large"
  | "redirects"
  | "kind"
  | "status";

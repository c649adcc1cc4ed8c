// What a migration is: one step of the schema from one version to the next.

/** A statement as SQLite reads it (an engine spells it in its own words), or the making of a full-text index. */
export type MigrationStep = string | { readonly textIndex: "articleWords" | "quoteWords" };

/** Steps, run in order in one transaction. A migration that was released is never edited: add another. */
export type Migration = readonly MigrationStep[];

// What a migration is: one step of the schema from one version to the next.

/** Statements, run in order in one transaction. A migration that was released is never edited: add another. */
export type Migration = readonly string[];

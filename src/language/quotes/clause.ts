// Do words after a cue tell something, or only name it?

const CLAUSE =
  /^(?:that|he|she|it|they|we|i|you|there)\s|\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|remains?|\p{L}{2,}ed)\b/iu;

/** "the bridge was safe", but not "a new bridge": by the verbs that carry a tense, and by words that begin clauses. */
export function isClause(words: string): boolean {
  return CLAUSE.test(words);
}

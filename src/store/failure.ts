// What goes wrong with a store in words for the operator.

/** The store cannot be used as asked: `message` says what is wrong and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

// The log as rooms see it: structured, secrets already redacted by whoever made it.

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  child(fields: object): Log;
  /**
   * Does the work under an id ("telegram:1001", "delivery:17", "poll:3f2a"): every line written on the way carries it,
   * whichever room writes it, however deep it is and whatever it waits for.
   */
  within<T>(id: string, work: () => T): T;
}

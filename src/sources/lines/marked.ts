// Lines that passes mark, one after another: what nobody has marked in the end is body.

export interface MarkedLine {
  text: string;
  /** Does a blank line stand before it? */
  readonly apart: boolean;
  /** Why it is not body; null while nothing speaks against it. */
  why: string | null;
  /** The line is the site speaking of itself: an outlet named in it is the publisher. */
  namesOutlet: boolean;
}

/** Marks a line; the first reason stays. */
export function drop(line: MarkedLine, why: string): void {
  line.why ??= why;
}

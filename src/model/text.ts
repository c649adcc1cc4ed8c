// Positions in a text, shared by every room.

/** Half-open range of UTF-16 offsets into one text, as `String.prototype.slice` takes them. */
export type Span = readonly [start: number, end: number];

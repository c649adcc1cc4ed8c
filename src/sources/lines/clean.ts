// Makes untrusted text plain: no control, escape or direction-changing characters, one kind of space, whole code points.

/** C0 and C1 controls but tab and line feed; escape sequences start with one of these. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Characters that print nothing or turn the reading direction around: soft hyphen, zero-width space, bidi overrides and isolates, BOM. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
const LINE_BREAKS = /\r\n?|\u0085|\u2028|\u2029|\u000b|\f/g;
/** Every other space a site may print: no-break, thin, ideographic … */
const SPACES = /[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

/** One text as clean lines, in order; an empty string stands for a blank line. */
export function cleanLines(text: string): string[] {
  return text.toWellFormed().replace(LINE_BREAKS, "\n").split("\n").map(cleanLine);
}

/**
 * One line without controls and invisible characters, and with runs of any spaces as one space. Words and marks stay
 * as they are: sites scatter no-break spaces around links by accident, and with them neither search nor the same
 * statement elsewhere would match.
 */
export function cleanLine(line: string): string {
  return line.toWellFormed().replace(CONTROLS, "").replace(INVISIBLE, "").replace(SPACES, " ").trim();
}

/** Letters and digits only, lower case: for telling whether two lines print the same. */
export function bare(line: string): string {
  return line
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

// How names and opening marks are spelled, for patterns to be put together from.

/** A full stop behind one of these ends nothing. */
const ABBREVIATED = "Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St";
/** A capitalised word of a name, an initial, or a title in short. */
export const NAME_WORD = `(?:(?:\\p{Lu}\\.)+|(?:${ABBREVIATED})\\.|\\p{Lu}[\\p{L}’'-]+)`;
/** A full stop that ends no sentence. */
export const ABBREVIATION_STOP = `(?<=\\b(?:${ABBREVIATED}))\\.`;
/** A letter of words that no mark interrupts. */
export const PLAIN = `(?:[^.,;:“”"\\n]|${ABBREVIATION_STOP})`;
export const OPENING_MARK = "(?:[\"“«]|''|``)";
/** Between a name and its verb, in characters: "Mr. Macron quickly said". */
export const ADVERB = 12;

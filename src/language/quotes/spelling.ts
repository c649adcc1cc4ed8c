// How names, opening marks and the ends of sentences are spelled, for patterns to be put together from.

/** A full stop behind one of these ends nothing. */
const ABBREVIATED = "Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St";
/** A capitalised word of a name, an initial, or a title in short. */
export const NAME_WORD = `(?:(?:\\p{Lu}\\.)+|(?:${ABBREVIATED})\\.|\\p{Lu}[\\p{L}’'-]+)`;
/** A letter of words that no mark interrupts. */
export const PLAIN = `(?:[^.,;:“”"\\n]|(?<=\\s(?:${ABBREVIATED}))\\.)`;
export const OPENING_MARK = "(?:[\"“«]|''|``)";
/** Where a sentence ends and what closes and divides it from the next, before that one's first letter. */
export const SENTENCE_BREAK = `(?<!\\b(?:${ABBREVIATED}|Jr|vs|\\p{Lu}))[.!?]["”’']*\\s+(?=["“]?\\p{Lu})|\\n`;
/** Between a name and its verb, in characters: "Mr. Macron quickly said". */
export const ADVERB = 12;

// Can a sentence be read alone? Rules for what leans on the sentence before it, and for lines that are no sentences.

/** What a sentence says outside quotation marks, and whether a quotation runs into it or out of it. */
export interface Outside {
  readonly text: string;
  readonly startsInside: boolean;
  readonly endsInside: boolean;
}

/** Each row: a start that leans on what came before; the examples above it. */
const LEANING: readonly RegExp[] = [
  // "But the talks failed." "And then it rained." "However, ..."; not "Earlier this month", "Still waters"
  /^(?:but|and|or|so|yet|nor|also|however|instead|meanwhile|moreover|furthermore|therefore|thus|besides|nevertheless|nonetheless|otherwise|likewise|similarly|additionally|conversely|hence|indeed|afterwards?|eventually|for (?:example|instance)|in (?:addition|contrast|fact|turn|other words|response)|as a result|at the (?:same )?time|on the other hand|that said|after that|by then|of course|even so|to that end)\b/i,
  /^(?:then\b|(?:still|finally|later|earlier) ?,)/i,
  // "The minister also said ..." "The council has also voted ..."
  /^(?:[^\s,]+ ){1,4}also\b/i,
  // "At least that is the hope."; not "At least 30 ships"
  /^at least (?:that|this|he|she|it|they|so)\b/i,
  // "He told officials ..." "They have pushed ..." "Her office ..."
  /^(?:he|she|it|they|we|i|you|his|her|its|their|our|my|him|them)(?:['’ ]|$)/i,
  // "That is not new." "This means ..." "These circumstances ..."; not "This week", "Those who"
  /^(?:this|that|these|those)\b(?! (?:week|month|year|summer|winter|spring|autumn|fall|season|morning|afternoon|evening|who|whose|with|without|in\b|on\b|at\b))/i,
  // "Such measures ..." "Both said ..." "Another is ..." "Some of them ..." "The latter ..."; not "Some residents"
  /^(?:such|both|another|others|neither|either)\b(?! of the)/i,
  /^(?:none|some|most|many|each|all|one|two|three|several|few) of (?:them|these|those|us)\b/i,
  /^the (?:latter|former|two|three|pair|duo|move|statement|comments?|remarks?|incident|decision|announcement)\b/i,
  // "Which is why ..." "Because of that ..." "Here is ..." "There, ..."; not "There are 30 ships", "Because of the rain"
  /^(?:which|who|whom|why|how|here)\b/i,
  /^because\b(?! of (?!that|this|these|those|it))/i,
  /^there\b(?! (?:is|are|was|were|has|have|will)\b)/i,
];

/** Each row: something inside a sentence, outside marks, that only the sentence before it explains. */
const LEANING_INSIDE: readonly RegExp[] = [
  // "... would cross one of those lines" "... in these talks"; not "those who", "these days"
  /\b(?:of|in|to|by|for|with|from|on|at|about|after|before) (?:those|these)\b(?! (?:who|whose|with|without|in|on|at|of|from|days|two)\b)/i,
  // "... on the same day"
  /\bthe same (?:day|morning|evening|night|week|month|year|time|meeting|interview|speech|statement)\b(?! (?:as|that|when)\b)/i,
  // "The council did not vote, though."
  /, ?(?:though|however|too|either|as well)[\s.!]*$/i,
  // "... the former told the latter"
  /\bthe latter\b/i,
];

/** Lines that only look like sentences. */
const NOT_PROSE: readonly RegExp[] = [
  // "... (pictured)" "(L)" "file photo" "Photo: ..." "© Agency"
  /\b(?:pictured|file photo|photograph(?:ed)? by|photo by|image credit|via (?:ap|afp|getty|reuters))\b|©/i,
  /\( ?(?:l|r|c|left|right|cent(?:re|er)|far (?:left|right)|above|below)\b[^)]{0,30}\)/i,
  // "Click here ..." "Read more" "Scroll down ..."
  /^(?:click|scroll|read|watch|see|listen|subscribe|follow|share|sign up)\b[^.]{0,40}\b(?:here|more|down|video|below|also|us|full|on twitter|on facebook|newsletter)\b/i,
];

const SUBHEADING_SHARE = 0.7;

/** A pronoun as the first thing said outside the marks: "..., he said". */
const PRONOUN_OUTSIDE = /^[\s,.;:–—-]*(?:he|she|they|it)\b/i;
const NAME_LIKE = /\p{Lu}\p{Ll}/u;

const MARKS = /["“”«»]/g;

/** Separates what stands outside quotation marks. Straight marks toggle; `inside` tells the state at the start. */
export function outsideMarks(sentence: string, inside: boolean): Outside {
  let open = inside;
  let text = "";
  let from = 0;
  for (const { 0: mark, index } of sentence.matchAll(MARKS)) {
    if (!open) text += sentence.slice(from, index);
    from = index + 1;
    open = mark === '"' ? !open : mark === "“" || mark === "«";
  }
  if (!open) text += sentence.slice(from);
  return { text, startsInside: inside, endsInside: open };
}

/** Is this line prose that can be kept at all, however it leans? */
export function isProse(sentence: string, wordCount: number): boolean {
  if (wordCount < 5 || NOT_PROSE.some((rule) => rule.test(sentence))) return false;
  const { letters, capitals, capitalised } = lettersIn(sentence);
  if (letters === 0 || capitals >= letters / 2 || /[:;]\s*$/.test(sentence)) return false;
  // A subheading: nearly Every Word Is Capitalised.
  return capitalised <= wordCount * SUBHEADING_SHARE;
}

const LETTER = /^\p{L}/u;
const CAPITAL = /^\p{Lu}/u;

/** How many letters, capitals, and capitals that begin a word. One pass by code: patterns over every letter take longer. */
function lettersIn(sentence: string): { letters: number; capitals: number; capitalised: number } {
  let letters = 0;
  let capitals = 0;
  let capitalised = 0;
  let withinWord = false;
  for (let at = 0; at < sentence.length; at++) {
    const code = sentence.codePointAt(at)!;
    if (code > 0xffff) at++;
    const plain = code < 0x80;
    const char = plain ? "" : String.fromCodePoint(code);
    const capital = plain ? code >= 65 && code <= 90 : CAPITAL.test(char);
    const letter = capital || (plain ? code >= 97 && code <= 122 : LETTER.test(char));
    if (letter) letters++;
    if (capital) capitals++;
    if (capital && !withinWord) capitalised++;
    withinWord = letter || char === "’" || code === 0x27;
  }
  return { letters, capitals, capitalised };
}

/**
 * Does the sentence say who and what by itself? `inside`: a quotation opened in an earlier sentence is still open.
 * `outside`: the sentence without what is quoted, where the caller has it.
 * A sentence that is all quotation does not: nobody is named as its speaker.
 */
export function standsAlone(
  sentence: string,
  inside: boolean,
  outside: Outside = outsideMarks(sentence, inside),
): boolean {
  if (outside.startsInside || outside.endsInside) return false;
  const bare = sentence.replace(/^[\s"“”'‘’([«]+/, "");
  const startsQuoted = /^\s*["“«]/.test(sentence);
  if (!startsQuoted && LEANING.some((rule) => rule.test(bare))) return false;
  if (LEANING_INSIDE.some((rule) => rule.test(outside.text))) return false;
  if (outside.text.length === sentence.length) return true;
  const told = outside.text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (told.length < 2) return false;
  return !(startsQuoted && PRONOUN_OUTSIDE.test(outside.text) && !NAME_LIKE.test(outside.text.trim().slice(1)));
}

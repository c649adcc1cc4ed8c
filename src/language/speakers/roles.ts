// The role an article gives somebody, in its own words: before the name, or between commas after it.
import { isPersonNoun } from "../lexicon/roles.ts";
import { COURTESY, TITLES } from "../lexicon/titles.ts";
import type { NameMention } from "../names/entities.ts";

const LONGEST = 90;

/** The role beside one mention, verbatim; null when there is none. */
export function roleBeside(text: string, mention: NameMention): string | null {
  return roleBefore(text, mention) ?? roleAfter(text, mention);
}

function roleBefore(text: string, mention: NameMention): string | null {
  const title = text.slice(mention.whole[0], mention.span[0]).trim();
  if (isCourtesy(title)) return null;
  const from = roleStart(text, mention.whole[0], title === "");
  const role = text.slice(from, mention.span[0]).trim();
  if (role === "" || role.includes("\n")) return null;
  return role;
}

/** Walks left from a name over the words of a role; the one next to a name without title must be a noun for a person. */
function roleStart(text: string, end: number, bare: boolean): number {
  let start = end;
  for (let words = 0; words < 6; words++) {
    const word = wordBefore(text, start);
    if (word === "" || !isRoleWord(word, bare && words === 0)) break;
    start -= word.length + 1;
  }
  return start;
}

/** The word that ends one space before `end`; "" when something else stands there. */
function wordBefore(text: string, end: number): string {
  if (text[end - 1] !== " ") return "";
  let start = end - 1;
  while (start > 0 && end - start < 30 && /[\p{L}'’.-]/u.test(text[start - 1]!)) start--;
  return text.slice(start, end - 1);
}

function isCourtesy(title: string): boolean {
  const bare = title.toLowerCase().replace(/\.$/, "");
  return COURTESY.has(bare) && TITLES.get(bare)?.role === null;
}

function isRoleWord(word: string, nextToName: boolean): boolean {
  if (
    /^(?:the|an?|said|says|and|but|that|as|when|while|by|to|of|for|from|with|in|on|at|told|added|his|her|their|its|is|was|if|than|or)$/i.test(
      word,
    )
  )
    return false;
  if (/[.!?]$/.test(word) && word.length > 3) return false;
  return nextToName
    ? isPersonNoun(word)
    : /^[\p{L}'’.-]+$/u.test(word) &&
        !/(?:ed|ing)$/.test(word) &&
        (isPersonNoun(word) || /^\p{Lu}/u.test(word) || ROLE_ADJECTIVE.test(word));
}

const ROLE_ADJECTIVE =
  /^(?:former|deputy|vice|acting|interim|presidential|vice-presidential|campaign|press|communications|chief|senior|top|prime|foreign|defence|defense|interior|finance|economic|policy|political|managing|executive|general|assistant|associate|national|security|state|party|police|long-?time|retired|conservative|liberal|republican|democratic|opposition|majority|minority|then|ex|foreign-policy|radio|talk|show|news|tv|technology|law)$/i;

/** An aside between commas: its words up to the next comma, dash or full stop that ends no abbreviation. */
const AFTER =
  /^(?:\s\([^)]{1,20}\))?,\s(?:\d{1,3},\s)?(?:(?:the|an?|his|her|their|its|who is (?:the|an?))\s)?((?:[^,;.“”"()—]|\.(?=[^\s,;”"])|(?<=\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Gov|Rep|St|Lt|Gen))\.){4,90})(?=[,;.—(]|$)/u;

/** "Nikki Haley, the former ambassador to the United Nations, said": from the noun's phrase to the comma. */
function roleAfter(text: string, mention: NameMention): string | null {
  const after = text.slice(mention.span[1], mention.span[1] + LONGEST + 20);
  const found = AFTER.exec(after);
  const phrase = found?.[1]?.trim();
  if (!phrase || phrase.length > LONGEST) return null;
  const head = phrase.split(/\s(?:of|for|at|in|to|from|with|on|and|who)\s/)[0]!.split(/\s+/);
  if (/^(?:who|which|said|says|but|and|when|while|in|on|at|with)$/i.test(head[0] ?? "")) return null;
  return isPersonNoun(head.at(-1) ?? "") ? phrase.replace(/\s(?:who|that|whose)\s.*$/, "") : null;
}

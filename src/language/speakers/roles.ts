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
  const before = text.slice(Math.max(0, mention.whole[0] - 70), mention.whole[0]);
  const lower = /((?:\p{L}[\p{L}'’.-]*\s+){1,6})$/u.exec(before)?.[1]?.trim().split(/\s+/) ?? [];
  let from = lower.length;
  // Walk left over the words of the role: the noun next to the name must be one for a person.
  if (title === "" && !isPersonNoun(lower.at(-1) ?? "")) return null;
  while (from > 0 && isRoleWord(lower[from - 1]!, title === "" && from === lower.length)) from--;
  const words = lower.slice(from).join(" ");
  const role = [words, title].filter((part) => part !== "").join(" ");
  if (role === "" || (words === "" && isCourtesy(title))) return null;
  return text.slice(mention.whole[0] - 71 < 0 ? 0 : mention.whole[0] - 71, mention.span[0]).includes(role)
    ? role
    : title || null;
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

/** "Nikki Haley, the former ambassador to the United Nations, said": from the noun's phrase to the comma. */
function roleAfter(text: string, mention: NameMention): string | null {
  const after = text.slice(mention.span[1], mention.span[1] + LONGEST + 20);
  const found =
    /^(?:\s\([^)]{1,20}\))?,\s(?:\d{1,3},\s)?(?:(?:the|an?|his|her|their|its|who is (?:the|an?))\s)?([^,;.“”"()—]{4,90})(?=[,;.—(]|$)/u.exec(
      after,
    );
  const phrase = found?.[1]?.trim();
  if (!phrase || phrase.length > LONGEST) return null;
  const head = phrase.split(/\s(?:of|for|at|in|to|from|with|on|and|who)\s/)[0]!.split(/\s+/);
  if (/^(?:who|which|said|says|but|and|when|while|in|on|at|with)$/i.test(head[0] ?? "")) return null;
  return isPersonNoun(head.at(-1) ?? "") ? phrase.replace(/\s(?:who|that|whose)\s.*$/, "") : null;
}

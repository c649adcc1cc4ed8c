// Whom "the Vermont senator", "the Republican nominee" or "the agency" means among those the text has named.
import { NOUN_GENDER } from "../lexicon/roles.ts";
import type { Entity } from "../names/entities.ts";
import { partyOf, sideOf } from "../names/sides.ts";
import type { Nominal } from "./mention.ts";
import { countBefore, type Stage } from "./stage.ts";

/** How many names and pronouns back a role is looked for. */
const REACH = 300;
/** How many sentences back "the agency" may have been named. */
const BODY_REACH = 4;

/** Roles one noun may stand for. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["congressman", ["representative"]],
  ["congresswoman", ["representative"]],
  ["lawmaker", ["representative", "senator", "congressman", "congresswoman"]],
  ["nominee", ["candidate"]],
  ["candidate", ["nominee"]],
  ["frontrunner", ["candidate", "nominee"]],
  ["premier", ["minister"]],
  ["leader", ["president", "minister", "chancellor", "chairman"]],
  ["chairman", ["chair"]],
  ["chairwoman", ["chair"]],
  ["businessman", ["billionaire", "tycoon", "mogul"]],
  ["mogul", ["businessman", "billionaire"]],
  ["tycoon", ["businessman", "billionaire"]],
  ["billionaire", ["businessman"]],
]);

/** Nouns for people an article often leaves without a name, and for offices, which are held or not: no epithets. */
const NO_EPITHET =
  /^(?:source|official|spokes(?:man|woman|person)|narrator|announcer|moderator|heckler|reporter|person|interviewer|questioner|lawyer|attorney|doctor|employee|insider|aide|user|poster|voter|resident|caller|judge|officer|driver|witness|host|anchor|friend|neighbor|analyst|expert|author|general|commissioner|chief|director|secretary|minister|chair|chairman|chairwoman|head|leader|manager|ambassador|prosecutor|sheriff|justice|pope|king|queen|prince|survivor|victim|owner|boss|man|woman|boy|girl|child|kid|guy|teenager|teen|student|worker|passer-by|supporter|protester|organizer|member|donor|designer|delegate|critic|backer)$/;
/** The same, but not "Obama's former adviser", who was somebody. */
const UNNAMED_UNLESS_FORMER = /^(?:adviser|advisor|consultant|strategist|operative|ally)$/;

/** Public offices: whoever is known by one is not meant by another. */
const OFFICE =
  /^(?:president|governor|senator|mayor|congressman|congresswoman|representative|premier|chancellor|lawmaker|councilman|councilwoman|delegate|pontiff|diplomat|admiral|colonel|sergeant|bishop|archbishop|cardinal)$/;

/** The person of that role last named; null when nobody has it. */
export function holderOf(stage: Stage, head: Nominal): number | null {
  const gender = NOUN_GENDER.get(head.noun) ?? null;
  const sentence = stage.sentenceAt(head.span[0]);
  const upTo = countBefore(stage.standings, ({ at }) => at, head.span[0]);
  const fits = new Map<number, number>();
  let best: number | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let at = upTo - 1; at >= Math.max(0, upTo - REACH); at--) {
    const standing = stage.standings[at]!;
    const entity = stage.names.entities[standing.entity]!;
    if (gender && entity.gender && entity.gender !== gender) continue;
    const fit = fits.get(standing.entity) ?? fitOf(entity, head);
    fits.set(standing.entity, fit);
    if (fit === 0) continue;
    const distance = Math.min(3, (sentence - standing.sentence) * 0.15);
    const score = 2 * fit - distance - (standing.quoted ? 1 : 0) + Math.min(1, entity.count * 0.05);
    if (score > bestScore) [best, bestScore] = [standing.entity, score];
  }
  return best;
}

/** The only person of that role whom the text names later; null when none or several. */
export function holderAhead(stage: Stage, head: Nominal): number | null {
  const from = countBefore(stage.standings, ({ at }) => at, head.span[1]);
  const found = new Set<number>();
  for (const { entity, pronoun } of stage.standings.slice(from, from + REACH)) {
    if (!pronoun && !found.has(entity) && fitOf(stage.names.entities[entity]!, head) > 0) found.add(entity);
  }
  return found.size === 1 ? [...found][0]! : null;
}

/** May a phrase be an epithet of somebody ("the 34-year-old mother of three"), rather than an office or a passer-by? */
export function mayBeEpithet(head: Nominal): boolean {
  const isUnnamed = UNNAMED_UNLESS_FORMER.test(head.noun) && !/\b(?:former|ex)\b/i.test(head.phrase);
  return !isUnnamed && !NO_EPITHET.test(head.noun) && head.ownerPronoun === null && head.number === "one";
}

/** Does nothing known of a person speak against the phrase: another country, party or office? */
export function mayBeCalled(entity: Entity, head: Nominal): boolean {
  if (OFFICE.test(head.noun) && entity.roles.some((role) => role !== head.noun && OFFICE.test(role))) return false;
  return !contradicts(entity, head);
}

function contradicts(entity: Entity, head: Nominal): boolean {
  const country = sideOf(head.phrase);
  const party = partyOf(head.phrase);
  const abroad = country !== null && entity.country !== null && country !== entity.country;
  return abroad || (party !== null && entity.party !== null && party !== entity.party);
}

/** How well somebody's roles, in the text or the speaker table, fit a phrase; 0 not at all. */
function fitOf(entity: Entity, head: Nominal): number {
  if (contradicts(entity, head)) return 0;
  // A country's leader is its president; a band's is not.
  const others = head.noun === "leader" && sideOf(head.phrase) === null ? [] : (SYNONYMS.get(head.noun) ?? []);
  const nouns = [head.noun, ...others];
  const former = /\b(?:former|ex)\b/i.test(head.phrase);
  let fit = 0;
  for (const [at, noun] of nouns.entries()) {
    if (entity.roles.includes(former ? `former ${noun}` : noun)) fit = Math.max(fit, at === 0 ? 1 : 0.8);
    else if (former && entity.roles.includes(noun)) fit = Math.max(fit, 0.5);
  }
  const words = head.phrase.toLowerCase().split(/[\s-]+/);
  for (const role of entity.known?.roles ?? []) {
    const title = role.title.toLowerCase().split(/[\s-]+/);
    if (!nouns.some((noun) => title.includes(noun))) continue;
    const shared = words.filter((word) => word !== head.noun && word.length > 3 && title.includes(word));
    fit = Math.max(fit, 0.7 + 0.5 * shared.length);
  }
  const party = partyOf(head.phrase);
  if (party && party === entity.party) fit += fit > 0 ? 0.5 : PARTISAN.test(head.noun) ? 0.6 : 0;
  const country = sideOf(head.phrase);
  if (country && country === entity.country) fit *= 1.6;
  return fit;
}

/** What a party's man or woman is called whatever their office. */
const PARTISAN = /^(?:nominee|candidate|contender|frontrunner|front-runner|standard-bearer|hopeful)$/;

const KINDS: ReadonlyMap<string, RegExp> = new Map([
  ["newspaper", /times|post|journal|tribune|herald|guardian|globe|gazette|chronicle|daily|mail|sun|star|telegraph/i],
  ["paper", /times|post|journal|tribune|herald|guardian|globe|gazette|chronicle|daily|mail|sun|star|telegraph/i],
  ["network", /news|cnn|nbc|abc|cbs|fox|bbc|channel|television|tv|radio/i],
  ["magazine", /magazine|time|newsweek|yorker|atlantic|economist|forbes|spiegel|rolling/i],
  ["union", /union|association|federation|brotherhood|guild|workers|afl/i],
  [
    "agency",
    /agency|administration|bureau|department|service|office|investigations|fbi|cia|nasa|epa|reuters|press|tass|interfax/i,
  ],
  [
    "company",
    /inc|corp|company|group|holdings|energy|motors|bank|fargo|google|apple|facebook|twitter|airlines|partners|capital|coal/i,
  ],
  ["alliance", /nato|alliance|pact/i],
  ["bloc", /nato|union|eu/i],
  ["court", /court|tribunal/i],
]);

/** The body a plain "the commission" or "the agency" means; null when none was named near or by that noun. */
export function bodyOf(stage: Stage, head: Nominal): number | null {
  const { names } = stage;
  const upTo = countBefore(names.mentions, ({ span }) => span[0], head.span[0]);
  const sentence = stage.sentenceAt(head.span[0]);
  const kinds = KINDS.get(head.noun);
  for (let at = upTo - 1; at >= Math.max(0, upTo - REACH); at--) {
    const mention = names.mentions[at]!;
    const entity = names.entities[mention.entity]!;
    if (entity.kind !== "group") continue;
    const words = entity.name.toLowerCase().split(/\s+/);
    if (words.length > 1 && words.includes(head.noun)) return mention.entity;
    if (kinds?.test(entity.name) && sentence - mention.sentence <= BODY_REACH) return mention.entity;
  }
  return null;
}

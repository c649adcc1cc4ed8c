// Verbs that report words, by stem, with the forms English makes of them.

/** Regular verbs of saying in their base form; forms are made by `forms`. */
const REGULAR = (
  "accuse acknowledge add admit admonish advise affirm agree allege announce answer apologize argue ask assert assess assure attest aver " +
  "beg berate blame blast boast brag call caution challenge charge chide cite claim clarify comment complain concede conclude condemn confess " +
  "confirm contend continue counsel counter criticize cry decry declare decline defend demand denounce deny describe detail dictate disclose dismiss dispute " +
  "echo elaborate emphasize estimate exclaim exhort explain express fume gripe gush hail highlight hint implore imply indicate inform inquire insinuate insist " +
  "instruct interject intone invite joke jest lament laugh lecture list maintain mention mock moan muse mutter mumble name note notify object observe offer opine order outline " +
  "phrase pledge plead point ponder portray post praise pray predict press proclaim profess promise pronounce propose protest provide publish query question quip " +
  "reaffirm reason reassure rebuke rebuff recall recite recommend recount reflect refuse refute reiterate reject relate relay remark remember remind repeat reply report request " +
  "respond restate retort retweet reveal scoff scold scream shout shriek sigh signal slam snap sneer specify speculate state stipulate stress submit suggest summarize surmise swear " +
  "taunt tease testify thank theorize threaten thunder tout tweet underline underscore urge utter venture vent voice volunteer vow wail warn weigh whisper whine wisecrack wonder worry yell"
).split(" ");

const IRREGULAR =
  "say says said saying tell tells told telling write writes wrote written writing speak speaks spoke spoken speaking read reads reading " +
  "think thinks thought thinking find finds found finding show shows showed shown showing begin begins began begun swore sworn put puts quote quotes quoted quoting " +
  "hold holds held bid bade forbid forbade foresee foresaw go goes went deal quip quips quipped quipping admitted admitting referred refers referring refer submit submitted " +
  "know knows knew feel feels felt believe believes believed hope hopes hoped expect expects expected fear feared fears";

const FORMS: ReadonlySet<string> = new Set([...REGULAR.flatMap(forms), ...IRREGULAR.split(" ")]);

/** Base, third person, past and -ing forms of a regular verb. */
function forms(base: string): string[] {
  if (base.endsWith("e")) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  const s = /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
  if (/^(?:brag|quip|slam|snap|beg|submit|admit|tut|rebut)$/.test(base)) {
    const last = base.at(-1)!;
    return [base, s, `${base}${last}ed`, `${base}${last}ing`];
  }
  return [base, s, `${base}ed`, `${base}ing`];
}

/** Is this lower-case word a form of a verb that may report words? */
export function isReportingVerb(word: string): boolean {
  return FORMS.has(word);
}

// Names of months and zones as sites and feeds print them.

/** Stems by month, lower case without accents; a word counts when it begins with one. English first, others after. */
const MONTH_STEMS: readonly (readonly string[])[] = [
  ["jan", "janv", "ene", "gen", "sty", "янв", "січ", "oca", "ιαν", "leden", "tammi"],
  ["feb", "fev", "fevr", "lut", "фев", "лют", "sub", "şub", "φεβ", "helmi"],
  ["mar", "marz", "marc", "maerz", "mrz", "maart", "маp", "мар", "бер", "μαρ", "maalis"],
  ["apr", "avr", "abr", "kwi", "апр", "квіт", "nis", "απρ", "huhti"],
  ["may", "mai", "mag", "mei", "maj", "мая", "май", "трав", "mayis", "μαι", "μαϊ", "touko"],
  ["jun", "juin", "giu", "cze", "июн", "черв", "haz", "ιουν", "kesa"],
  ["jul", "juil", "lug", "lip", "июл", "лип", "tem", "ιουλ", "heina"],
  ["aug", "aou", "aout", "ago", "sie", "авг", "серп", "agu", "αυγ", "elo", "avg"],
  ["sep", "set", "wrz", "сен", "вер", "eyl", "σεπ", "syys", "szept"],
  ["oct", "okt", "out", "ott", "paz", "окт", "жов", "eki", "οκτ", "loka"],
  ["nov", "lis", "ноя", "лис", "kas", "νοε", "marras"],
  ["dec", "dez", "dic", "dez", "des", "gru", "дек", "груд", "ara", "δεκ", "joulu"],
];

/** Full and short forms; a word is a month only when it is a stem or a known full form, not when it merely begins alike ("market"). */
const FULL_FORMS =
  /^(?:jan(?:uary|uar|vier|uari|eiro|v)?|ene(?:ro)?|gen(?:naio)?|feb(?:ruary|ruar|rero|braio|ruari|r)?|fev(?:rier|ereiro|r)?|mar(?:ch|s|zo|co|cius|z|ca|t)?|maerz|mrz|maart|apr(?:il|ile|ilis)?|avr(?:il)?|abr(?:il)?|may(?:o|is)?|mai(?:o)?|mag(?:gio)?|mei|maj(?:a|us)?|jun(?:e|i|io|ho|ius)?|juin|giu(?:gno)?|jul(?:y|i|io|ho|ius)?|juil(?:let)?|lug(?:lio)?|aug(?:ust|ustus|usztus)?|aout|ago(?:sto)?|sep(?:tember|tembre|tiembre|t)?|set(?:tembre|embro)?|szept(?:ember)?|oct(?:ober|obre|ubre)?|okt(?:ober|obris)?|out(?:ubro)?|ott(?:obre)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|des(?:ember)?|sty(?:cznia|czen)?|lut(?:ego|y)?|kwi(?:etnia|ecien)?|cze(?:rwca|rwiec)?|lip(?:ca|iec)?|sie(?:rpnia|rpien)?|wrz(?:esnia|esien)?|paz(?:dziernika|dziernik)?|lis(?:topada|topad)?|gru(?:dnia|dzien)?|oca(?:k)?|sub(?:at)?|nis(?:an)?|mayis|haz(?:iran)?|tem(?:muz)?|agu(?:stos)?|eyl(?:ul)?|eki(?:m)?|kas(?:im)?|ara(?:lik)?)$/;

/** 1 to 12, or null when the word is no month. */
export function monthNumber(word: string): number | null {
  const plain = word
    .toLowerCase()
    .replace(/ä/g, "a")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/ı/g, "i");
  const latin = /^[a-z]+$/.test(plain);
  if (latin && !FULL_FORMS.test(plain)) return null;
  const spelled = latin ? plain : word.toLowerCase();
  let best: number | null = null;
  let longest = 0;
  for (const [index, stems] of MONTH_STEMS.entries()) {
    for (const stem of stems) {
      const folded = latin ? stem : stem.normalize("NFC");
      if (
        stem.length > longest &&
        (spelled.startsWith(folded) || plain.startsWith(stem.normalize("NFD").replace(/\p{M}+/gu, "")))
      ) {
        best = index + 1;
        longest = stem.length;
      }
    }
  }
  return best;
}

/** RFC 822's zones and those news sites print; where a name means two zones, the American reading, as in RFC 822. */
const ZONES: Readonly<Record<string, string>> = {
  gmt: "+00:00",
  utc: "+00:00",
  ut: "+00:00",
  wet: "+00:00",
  bst: "+01:00",
  cet: "+01:00",
  mez: "+01:00",
  west: "+01:00",
  cest: "+02:00",
  mesz: "+02:00",
  eet: "+02:00",
  sast: "+02:00",
  eest: "+03:00",
  msk: "+03:00",
  trt: "+03:00",
  gst: "+04:00",
  pkt: "+05:00",
  ist: "+05:30",
  bdt: "+06:00",
  wib: "+07:00",
  hkt: "+08:00",
  sgt: "+08:00",
  awst: "+08:00",
  jst: "+09:00",
  kst: "+09:00",
  aest: "+10:00",
  aedt: "+11:00",
  nzst: "+12:00",
  nzdt: "+13:00",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
  akst: "-09:00",
  akdt: "-08:00",
  hst: "-10:00",
  ast: "-04:00",
  adt: "-03:00",
  nst: "-03:30",
  brt: "-03:00",
  art: "-03:00",
};

/** The offset a zone's name stands for, or null. "ET" and its like change with the season and are left out. */
export function offsetOfZone(name: string): string | null {
  return Object.hasOwn(ZONES, name.toLowerCase()) ? ZONES[name.toLowerCase()]! : null;
}

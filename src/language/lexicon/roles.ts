// Nouns that name a voice by what it does or is: persons, groups, documents, and those nobody names.

import { DEMONYMS } from "./places.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ""));

/** Singular nouns for one person. */
export const PERSON_NOUNS: ReadonlySet<string> = set(`
  activist actor actress administrator admiral adviser advisor advocate agent aide ally ambassador analyst anchor announcer archbishop artist assemblyman assemblywoman assistant attorney auditor author ayatollah backer banker billionaire
  bishop blogger boss boxer boy broadcaster brother builder businessman businesswoman caller campaigner candidate captain cardinal celebrity ceo cfo chair chairman chairperson chairwoman challenger champion chancellor chief cleric coach coauthor co-author co-chair
  co-chairman co-chairwoman co-founder co-host co-owner colleague colonel columnist comedian commander commander-in-chief commentator commissioner comptroller congressman congresswoman conservative consultant contender coordinator correspondent councillor councilman
  councilwoman counsel counselor counterpart couple-member cousin critic curator czar dad daughter dealmaker dean defendant delegate democrat deputy designer developer dictator diplomat director doctor donor economist editor emcee emir emperor employee engineer entrepreneur
  envoy evangelist executive expert farmer father father-in-law fellow filmmaker firebrand first-lady founder friend front-runner frontrunner general girl girlfriend governor grandfather grandmother grandson guard guest guitarist head headmaster heir heiress hero
  historian host husband imam incumbent independent insider inspector instructor interviewer inventor investigator investor journalist judge justice king lady landlord lawmaker lawyer lead leader lecturer legislator lender liaison liberal libertarian lieutenant lobbyist magistrate magnate man manager
  marshal mayor member minister mogul moderator monarch mother musician narrator nationalist native neighbor neurologist neurosurgeon newcomer nominee nurse observer officer official operative operator opponent organizer organiser owner painter parent partner pastor patient patriarch philanthropist
  physician physicist pilot player playwright poet politician pollster pontiff poster prefect premier president president-elect president-for-life priest prime-minister prince princess principal prisoner producer professor prosecutor protester provost psychiatrist psychologist publisher pundit queen questioner rabbi
  racer rapper realtor recruiter refugee reporter representative republican researcher resident respondent reverend rival ruler scholar scientist screenwriter secretary senator sergeant sheriff shopper singer sister socialist sociologist soldier solicitor son speaker
  specialist spokesman spokesperson spokeswoman sportscaster staffer star statesman strategist strongman student successor supervisor superintendent supporter surgeon surrogate survivor teacher teen teenager tenant toddler trader treasurer trustee tutor tycoon uncle undersecretary user veteran victim viewer
  vice-president volunteer voter whip whistleblower widow widower wife winner witness woman worker writer youngster aunt niece nephew grandchild granddaughter boyfriend fiancé fiancée fiance fiancee stepson stepdaughter newsman newswoman talk-show-host tsar premier-designate`);

/** Gender told by the noun itself. */
export const NOUN_GENDER: ReadonlyMap<string, "female" | "male"> = new Map([
  ...[
    ...set(
      "actress assemblywoman businesswoman chairwoman congresswoman councilwoman daughter girl girlfriend grandmother granddaughter heiress mother princess queen sister spokeswoman widow wife woman aunt niece mom mum lady newswoman co-chairwoman fiancée fiancee stepdaughter",
    ),
  ].map((noun): [string, "female"] => [noun, "female"]),
  ...[
    ...set(
      "assemblyman businessman boy brother chairman congressman councilman dad father father-in-law grandfather grandson husband imam king man newsman pontiff pope priest prince son spokesman statesman strongman uncle widower boyfriend nephew co-chairman fiancé fiance stepson",
    ),
  ].map((noun): [string, "male"] => [noun, "male"]),
]);

/** Nouns for a body or a gathering that speaks with one voice. */
export const GROUP_NOUNS: ReadonlySet<string> = set(`
  academy administration agency airline alliance army assembly association authority bank bench board body branch broadcaster bureau business cabinet camp campaign caucus center centre chamber channel charity church city coalition club college commission committee
  community company conference congress consortium corporation council country court crowd delegation department directorate division embassy family federation firm force foundation fund government group guild house institute institution jury kingdom league legislature magazine manufacturer
  ministry mission mob mosque movement museum nation navy network newspaper office opposition organisation organization outlet page panel paper parliament party police pool presidency prosecution publication publisher regime republic retailer school secretariat senate service site society
  station state studio subcommittee syndicate taskforce team think-tank town tribe tribunal troupe union university utility watchdog website white-house wing bloc outfit nonprofit non-profit startup start-up automaker maker giant insurer lender newsroom daily weekly tabloid junta`);

/** Nouns for a text, a poll or a record that says something. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = set(`
  account ad advertisement advisory affidavit agreement amendment analysis announcement appeal article audit autopsy ballot banner bill biography blog book briefing broadcast brochure bulletin bylaw bylaws byline caption chart charter clip code column commercial communiqué communique complaint constitution contract
  data database decision decree description dictionary diary directive disclosure document documentary documents dossier draft editorial email emails e-mail essay estimate evaluation evidence exposé factsheet feature figures file filing filings film findings finding flier flyer footage forecast form guide guideline guidelines handbook headline history indictment
  infographic injunction inscription inquiry interview introduction invitation investigation invoice journal label law lawsuit leaflet ledger legend letter list log manifesto manual manuscript map measure memo memoir memorandum message minutes model motion narrative note notes notice notification number numbers obituary opinion order outline paper papers paragraph passage
  petition piece placard plan plaque platform policy poll polls post poster presentation profile program projection proposal prospectus questionnaire quiz ranking rankings readout record recording records reference release report reports research resolution resolutions result results resume review rule rules ruling schedule scorecard screenshot script segment sentence series
  sign slide slogan song specification spot standards statement statements statistics statistic statute stories story storyline strategy study studies subpoena suit summary survey surveys table tape telegram testimony text texts textbook thesis ticker title tombstone trailer transcript transcripts treaty trial tweet tweets update verdict version video videos voicemail volume warning warrant website webpage will writ
  release poll-results manuscript numbers cable cables dispatch`);

/** What is somebody's own words: "Trump's tweet" and "her remarks" speak for whoever they belong to. */
export const OWN_WORDS: ReadonlySet<string> = set(`
  account address admission allegation allegations answer answers argument arguments assertion assertions book brief claim claims column comment commentary comments complaint concession confession declaration denial email emails essay explanation interview lawsuit
  lecture letter letters memo memoir message messages note op-ed opinion pledge position post posts prediction promise proposal reaction rebuttal rejoinder remark remarks reply response speech speeches statement statements story submission suggestion
  testimony threat tirade tweet tweets video view views vow warning warnings words writings`);

/** Plural nouns for people nobody names: "officials said", "sources", "critics". */
export const ANONYMOUS_NOUNS: ReadonlySet<string> = set(`
  source sources official officials insider insiders aides advisers advisors analysts experts critics supporters voters allies people others many some several most few another one someone somebody anyone everyone nobody those both eyewitness witnesses eyewitnesses witness protesters demonstrators
  residents reporters journalists observers economists scientists researchers lawmakers senators diplomats leaders prosecutors investigators authorities lawyers attorneys organizers organisers neighbors neighbours friends relatives parents students teachers doctors users employees workers staffers operatives strategists surrogates
  activists campaigners advocates respondents americans passersby bystander bystanders fans viewers readers conservatives liberals progressives millennials candidates donors pundits commentators historians scholars academics police detectives officers soldiers troops rebels militants villagers survivors women men children families customers
  traders investors executives managers spokespeople spokespersons opponents backers members delegates governors mayors ministers presidents judges jurors majority majorities half percent narrator announcer questioner caller heckler passenger passengers person man woman friend`);

/** Endings of roles kept for a person after their name: what a later "the X" may call them. */
export function isPersonNoun(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    PERSON_NOUNS.has(lower) || (/(?:woman|person|ist|ologist|maker|keeper|writer)$/.test(lower) && lower.length > 5)
  );
}

/** Is this a word for voices, in the singular or plural, or one that looks like a common plural? */
export function isNoun(word: string): boolean {
  const singular = word.replace(/ies$/, "y").replace(/s$/, "");
  const listed = [PERSON_NOUNS, GROUP_NOUNS, DOCUMENT_NOUNS, ANONYMOUS_NOUNS].some(
    (nouns) => nouns.has(word) || nouns.has(singular),
  );
  return listed || isPersonNoun(word) || isPersonNoun(singular) || DEMONYMS.has(word) || DEMONYMS.has(singular);
}

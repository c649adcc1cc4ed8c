// Titles that stand before a name ("Sen.", "Prime Minister", "Mr."): what role each tells, and which gender if any.

export interface Title {
  /** The role a later "the senator" would use; null for bare courtesy titles. */
  readonly role: string | null;
  readonly gender: "female" | "male" | null;
}

const ROWS = `
mr - male|mister - male|messrs - male|mrs - female|ms - female|miss - female|madam - female|madame - female|mme - female|monsieur - male|herr - male|frau - female|señor - male|senor - male|señora - female|senora - female|doña - female|signor - male
sir - male|dame - female|lord lord male|lady - female|baroness baroness female|baron baron male|sheikh sheikh male|sheik sheikh male|imam imam male|ayatollah ayatollah male|mullah mullah male|prince prince male|princess princess female|king king male|queen queen female|emperor emperor male|sultan sultan male|emir emir male|pope pope male|duke duke male|duchess duchess female|count count male|countess countess female
dr doctor -|doctor doctor -|prof professor -|professor professor -|rev reverend -|reverend reverend -|fr father male|father father male|sister sister female|brother brother male|bishop bishop -|archbishop archbishop male|cardinal cardinal male|rabbi rabbi -|pastor pastor -|patriarch patriarch male|metropolitan metropolitan male|deacon deacon -
sen senator -|sens senator -|senator senator -|senators senator -|rep representative -|reps representative -|representative representative -|representatives representative -|congressman congressman male|congresswoman congresswoman female|del delegate -|delegate delegate -|gov governor -|governor governor -|govs governor -|lt - -|mayor mayor -|councilman councilman male|councilwoman councilwoman female|councilmember councilmember -|councillor councillor -|alderman alderman -|commissioner commissioner -|assemblyman assemblyman male|assemblywoman assemblywoman female|selectman selectman -
president president -|presidents president -|premier premier -|chancellor chancellor -|chairman chairman male|chairwoman chairwoman female|chairperson chairperson -|chair chair -|secretary secretary -|minister minister -|ministers minister -|ambassador ambassador -|envoy envoy -|speaker speaker -|leader leader -|whip whip -|attorney attorney -|solicitor solicitor -|prosecutor prosecutor -|judge judge -|justice justice -|justices justice -|magistrate magistrate -|sheriff sheriff -|marshal marshal -|coroner coroner -|superintendent superintendent -|commander commander -|chief chief -|director director -|administrator administrator -|treasurer treasurer -|comptroller comptroller -|auditor auditor -|spokesman spokesman male|spokeswoman spokeswoman female|spokesperson spokesperson -|counsel counsel -|counselor counselor -|counsellor counsellor -|adviser adviser -|advisor advisor -|aide aide -|candidate candidate -|nominee nominee -|strategist strategist -|pollster pollster -|manager manager -|coordinator coordinator -|executive executive -|officer officer -|deputy deputy -|analyst analyst -|economist economist -|correspondent correspondent -|reporter reporter -|anchor anchor -|host host -|editor editor -|columnist columnist -|coach coach -|captain captain -|detective detective -|inspector inspector -|constable constable -|trooper trooper -|agent agent -|officers officer -|founder founder -|owner owner -|dictator dictator -|rival rival -|undersecretary undersecretary -|principal principal -|dean dean -|provost provost -|author author -|actor actor -|actress actress female|singer singer -|lawyer lawyer -|comrade - -|mp lawmaker -|mep lawmaker -|lawmaker lawmaker -|congressmen congressman male|ceo ceo -|cfo cfo -|coo coo -|governor-general governor-general -|chargé chargé -|taoiseach taoiseach -|tsar tsar male|general general -
gen general -|gens general -|maj major -|major major -|col colonel -|colonel colonel -|capt captain -|cpt captain -|cmdr commander -|adm admiral -|admiral admiral -|sgt sergeant -|sergeant sergeant -|cpl corporal -|corporal corporal -|pvt private -|pfc private -|spc specialist -|lieutenant lieutenant -|ltg general -|brig general -|brigadier brigadier -|marshall marshal -|supt superintendent -|insp inspector -|det detective -|const constable -|ofc officer -|atty attorney -|amb ambassador -|hon - -|honorable - -|msgr monsignor male`;

/** Titles by their word, in lower case, without the full stop. */
export const TITLES: ReadonlyMap<string, Title> = new Map(
  ROWS.split(/[|\n]/)
    .map((row) => row.trim().split(" "))
    .filter((cells) => cells.length === 3)
    .map(([word, role, gender]) => [
      word!,
      { role: role === "-" ? null : role!, gender: gender === "-" ? null : (gender as "female" | "male") },
    ]),
);

/** Titles that come before a surname alone and always mean a person ("Mr. Biden"). */
export const COURTESY: ReadonlySet<string> = new Set(
  "mr mister mrs ms miss madam madame mme monsieur herr frau señor senor señora senora sir dame lord lady dr prof rev sen rep gov gen lt col maj capt sgt adm amb judge justice professor senator congressman congresswoman".split(
    " ",
  ),
);

/** Words that modify a title before a name: "Deputy Foreign Minister", "Former Vice President". */
export const TITLE_MODIFIERS: ReadonlySet<string> = new Set(
  `former ex vice deputy acting interim assistant associate senior junior chief foreign prime interior defense defence finance health home exterior trade justice energy transport education
   agriculture economy economic labour labor environment climate press state house senate majority minority party national security general attorney lieutenant retired first lady special permanent shadow executive managing principal
   presidential vice-presidential campaign communications political policy republican democratic democrat libertarian labour conservative tory green gop independent liberal socialist communist nationalist incumbent longtime
   city county district police fire federal white supreme court homeland treasury commerce council board staff intelligence news radio tv talk show medical police-chief then then-president outgoing incoming elect
   co-founder co-chair co-chairman legendary veteran fellow rival newly ousted exiled billionaire businessman evangelist activist comedian filmmaker rapper conservative-leaning
   us u.s american british french german russian ukrainian chinese new jersey york`.split(/\s+/),
);

/** What follows a surname as part of the name. */
export const NAME_SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** Particles inside names, lower case: "de Blasio", "van der Bellen", "al-Assad", "bin Salman". */
export const PARTICLES: ReadonlySet<string> = new Set(
  "de da do dos das del della di du des la le van von der den ter ten zu zur af av al el bin bint ben ibn abu y e d' o' mac san st st.".split(
    " ",
  ),
);

// How rare a word is in news: stems by the share of news texts that have them. Facts counted over some 1,200 texts; what
// is not listed is rare. Names are left out on purpose: whose names are common changes with the years.

/** Natural logarithm of (texts / texts with the word) for a stem that is not listed. */
export const RAREST = 6.5;

const BANDS: readonly (readonly [rarity: number, stems: string])[] = [
  // in more than 8 of 100 texts
  [
    2.1,
    "across add ago allow almost already announc another appear around ask attack away back bas becaus becom " +
      "behind believ best better big billion bring business call cam campaign candidat car cas chang charg chief " +
      "claim clear clos com comment company concern conservativ consider contest continu convention country creat " +
      "day deal debat decision delegat didn't director doesn't don't earlier early economic effort election email " +
      "end enough even event ever every executiv expect fac fact fail family far federal feel fight find first fiv " +
      "focus follow forc former found four front general get giv go going good got government great group half hand " +
      "happen hard he head held help high hold hom hop hour important includ increas information interest interview " +
      "issu it job keep kill kind know larg last later law lead leader least leav left less lif lik likely lin " +
      "littl liv long look lot mad major mak matter mean media meet member messag million money month mov nam " +
      "nation national nearly need never new next night nomination nomine not now number offer offic official old " +
      "open order other part party past pay peopl percent person plac plan play point policy political poll " +
      "position president presidential primary privat problem provid public push put question rac rais rally reach " +
      "real really reason receiv recent recently record releas remain report respond result return right rival rol " +
      "rul run runn runner say second secretary security see seek seem seen senator serv set several shar show sid " +
      "sign sinc someth speak speech stand start stat statement still strong suggest support supporter system tak " +
      "talk term that thing think third though thre tim took top trad try turn tweet until use used victory view " +
      "vot voter want way week well went whether whil win won work world wrot year",
  ],
  // in 4 to 8 of 100 texts
  [
    2.9,
    "abl accept account accus acknowledg act action activist actually addition address administration adviser " +
      "agency agenda agr agre agreement ahead aid aim air ally along alway amount analyst answer anti anyon anyth " +
      "appeal approach area argu attempt attention audienc authority bad ballot ban bank battl becam began benefit " +
      "beyond bid biggest bill billionair black block board bomb book border break brought build built buy can't " +
      "candidacy cannot capital cast caucus caus cent center certain certainly chairman challeng chanc children " +
      "choic cit citizen city class co committe common community compar complet conduct conferenc congressional " +
      "control cost cours court cover crisi criticism criticiz crowd current cut dat death debt decad decid declar " +
      "declin defeat defend defens deliver demand describ despit detail determin differenc different difficult " +
      "direct discuss document dollar donor dozen draw earn economy effect eight either elect employe endors " +
      "endorsement enter especially establishment estimat everyth evidenc exist experienc explain express fall " +
      "father favor fear field figur fil final financial fir firm foreign form fre friend full fund futur gain gam " +
      "gather gav gett given goal goe governor ground grow guy handl health hear higher history hit host hous " +
      "however hundr husband idea immediately immigrant immigration incom increasingly independent individual " +
      "industry instead international investigation investment involv isn't join judg key known lack largely " +
      "largest lat latest launch leadership led legal let level liberal list local longer los loss lost lov low " +
      "lower majority man manager margin mark market men mention met military mind minut moment morn movement near " +
      "net network nin nominat non noth officer often operation opponent opportunity oppos organization outsid pag " +
      "paid parent particularly pass percentag period personal pick plann pledg polic politic politician popular " +
      "possibl post potential power powerful prepar present presidency press presumptiv previously pric probably " +
      "process profit program promis propos proposal protect protest prov quarter quit rat rather read reduc " +
      "reflect refus relat relationship remark reporter represent request requir respect respons rest reveal ris " +
      "risk sal schedul season self sell send senior sent server servic sery seven shift shoot short shot " +
      "significant singl sit six small social someon son soon sought sourc special spend spent spok spokesman staff " +
      "stag stak stay step stock stop story strategy struggl subject success super sur surpris survey taken target " +
      "tax team television tell terrorism terrorist test th ther they'r thought thousand threat today together " +
      "total tough toward trail tri troubl understand unit urg using valu vic victim video violenc visit voic war " +
      "warn wasn't watch we'r whit wif winn woman women won't word worker writ wrong you'r young",
  ],
  // in 2 to 4 of 100 texts
  [
    3.6,
    "ability abortion access achiev acquir acquisition activ activity ad additional admitt adopt ads advanc " +
      "advantag advocat affair affect afternoon age agent aggressiv alleg alon alternativ although amp anger " +
      "announcement annual apparently appearanc approv approval aren't argument arm arrest arriv articl assault " +
      "asset associat assum assur attend attorney attribut author availabl averag avoid bar barely bear beat begin " +
      "beginn behalf bigger bit blam blast blu body boost born boy brief broad broadcast brother businessman camp " +
      "captur card career carry cash celebrat central century chair champion check cheer child choos civil classifi " +
      "clearly climat closely closer coalition colleg command commitment committ communication compet composit " +
      "computer conclud condemn condition confirm conflict connect connection consequenc consultant contain " +
      "contender contrast contribut controll controversial controversy conversation convinc cor corporat couldn't " +
      "count counter county coupl credit crim criminal critic critical cross cultur currently custody cycl daily " +
      "damag dangerous data daughter de dead deep defin degre demonstrat deni denounc department deputy design " +
      "destroy develop development died diplomatic direction directly discussion dismiss disput district divid " +
      "dividend division doctor dominat donation door doubl doubt driv driven drop dropp due duty easily easy echo " +
      "edg effectiv effectively electorat elit embassy embrac emerg encourag energy enforcement engag enjoy ensur " +
      "entir error establish estat eventually everybody everyon exactly exampl exchang expand expectation expert " +
      "expos extend extremely eye fair fals familiar fan fast favorit featur fell fellow femal fewer fill fin " +
      "finally financ finish fix flag floor fly follower food forward fought founder fourth freedom frustration " +
      "fuel fully fundrais gap generat generation giant global gon gotten grant greater growth gun hall hasn't hat " +
      "haven't he'd headlin headquarter heard heart heat heavily highest highlight highly hir hopeful hug human " +
      "hurt id identifi identify ignor illegal imag impact improv incident indicat influenc initial insid insist " +
      "inspir instanc insult intelligenc intend introduc invest investigat investor joint jok journalist judgment " +
      "jump justic kept kid labor lady laid land languag larger lawmaker lawsuit lawyer lay lean learn legislation " +
      "letter light limit link lock longtim main mainstream maintain maker manag management mass massiv mat match " +
      "material mayb meant measur middl mil minister minority miss mission mistak mix moderat modern mogul mostly " +
      "mother multipl murder natural necessary neighbor newspaper nuclear obtain occurr odd oil one onlin operat " +
      "opinion opposition option organiz original outcom outsider outstand own pack panel paper participat " +
      "particular partner path peac per perform performanc perhap phon photo pictur piec plant platform pleas plus " +
      "politically poor population positiv possibility potentially practic prais predict presenc pressur pretty " +
      "prevent previous principl priority produc product professor profil progressiv project prominent promot " +
      "prompt prosecutor prospect protester publicly publish pull purchas pursu putt quality quickly quot racist " +
      "radical radio ran rang rank re ready reality realiz recogniz referenc referr reform refuge regard region " +
      "register reject relativ religious remember remov repeat repeatedly replac reportedly reserv resident resourc " +
      "responsibility responsibl retir revenu review rhetoric rich roll room root ros roughly round saf safety sav " +
      "saw scandal scen school scor scrutiny search seat secret secur select sens separat serious seriously shap " +
      "shareholder she shock shouldn't shown signal similar simpl simply situation slightly society sold solution " +
      "somebody sometim sort sound speaker specific specifically split spokeswoman spot spread staffer stanc " +
      "standard star station status stepp stood stopp strategist street strength strik strongly student styl " +
      "successful suffer suit summer superdelegat surviv suspect suspend swing tactic technology temporary ten " +
      "thank threaten throughout ticket titl ton topic touch town track traditional train transaction travel treat " +
      "trip tru truly trust truth twic ty typ ultimately unclear undermin union unlikely unusual upcom various " +
      "version veteran via violat virtually vow wag wait wak walk wall water wav we'v weapon websit weekend welcom " +
      "what who whol wid widely will wing winner witness worri worry wors worst worth wouldn't wound written " +
      "yesterday younger",
  ],
  // in 1 to 2 of 100 texts
  [
    4.3,
    "abandon abroad absolutely abus acceptanc accomplish accord accusation actor actual admit adult advertis " +
      "advic advis advocacy affiliat afford aggressively airport alarm alienat align allegation allianc amaz " +
      "ambassador amendment amid analysi anchor angry anonymity anticipat anxiety anybody anymor apart apologiz " +
      "apparent applaud apply appoint appointment appreciat appropriat army arrangement asid assert assertion " +
      "assessment assist assistanc asylum attract authoriz awar award baby backer background balanc ball band bann " +
      "barrier basi basic battleground begun behavior belief bet bipartisan birth blood blow boast boat bold bond " +
      "borrow bottom bought bound box brand broadly brok broken budget bully bureau buri burn cabl calendar camera " +
      "cancel capacity capitaliz carri catch category caught caution celebrity ceremony chain challenger channel " +
      "chant chao character chos chosen church circl circumstanc citizenship clash classic clinch clinic club coast " +
      "cod collaps collar colleagu collect color column combat combin comfort commander commercial communist " +
      "compell competition competitiv complain complaint completely complex complicat comprehensiv compromis conced " +
      "conclusion confidenc confident confront confrontation confus congressman consensus consistent constitutional " +
      "construction consult consumer contact content contract contradict contribution contributor conventional " +
      "convert convertibl cooperation coordinat corner corporation correct coup coverag creation critiqu crucial " +
      "crush customer cutt danger dark deadlin deadly decisiv deeper deeply deficit delay delegation democracy " +
      "democratic demographic demonstration deny depend deport deportation deserv desperat devastat devot dictator " +
      "digit digital diminish diplomat disagre disappoint disaster disclos disclosur discover discovery display " +
      "distanc distribut divers diversity divisiv domestic donat downtown draft dramatic drawn dream drew driver " +
      "drov drug dump eager eas easier economist editor editorial education eighth electronic element elevat " +
      "eligibl eliminat elsewher embarrass emergency emotional emphasiz employ employer en enabl enemy engineer " +
      "enormous enthusiasm enthusiastic entirely entry environmental episod equal equivalent era erupt es escalat " +
      "essentially evangelical eve except excit exercis exil exit expansion expens expensiv expir explanation " +
      "extension extensiv extra extraordinary extrem extremist facility factor factory failur fairly faith fallen " +
      "famous fashion fat fault favorabl fee feet felt feud fierc fifth film firearm fiscal fit flat fle flight " +
      "flood flow folk foot forecast formally formidabl forth forum foundation fram fraud fresh friendly " +
      "frontrunner frustrat fun function fundamental fundraiser gas gay generally gift girl golf gonna govern " +
      "graduat grand grass greatest greet grew grown guarante guard guess guest guid guilty hack hadn't hair hammer " +
      "handful happy harder hardly harm harsh hatr he'll heavy hell hero hid hint historic hitt holder hometown " +
      "honest honor hostil hot hotel http identity ideological ideology ill illegally imagin immediat implement " +
      "import importanc impos impossibl incumbent indict indictment industrial inequality influential inform " +
      "infrastructur initially initiativ injur inner innocent inquiry insider institution insuranc insurgent intens " +
      "intent intention internal invasion investigator invit involvement island item judicial jury kick killer " +
      "kitchen knew knock knowledg label laugh leak legacy lesson leverag liability liar liberty lie lift listen " +
      "loan lobby lobbyist locat location loom loser ly machin mail mal mandat manufactur manufacturer march " +
      "marriag massacr matchup math mayor meanwhil medical memo merger mid migrant militant minimum mock model " +
      "modest momentum monitor moral mount movi narrativ narrow nationally nationwid natur necessarily negativ " +
      "negotiat negotiation neighborhood neither neurosurgeon neutral newly nic nightclub nobody normal north notic " +
      "notion numerous obviously occur offensiv officially older ongo op openly operativ opposit organizer otherwis " +
      "ourselv outlet outlin outrag outright overall oversea overwhelm overwhelmingly owner paint pair park " +
      "participant partisan partly passion payment perception perfect permanent personally perspectiv persuad phas " +
      "phras pic pil pitch pivot planet player plead plenty pois pollster popularity populist portray pos possibly " +
      "poverty pre precinct prefer preferr prevail prim prior prison privately pro prob proc proceed production " +
      "professional progress prolong proof property prosecut protection proud provider provision punish purpos " +
      "qualifi qualification quarterly quick racial racism rapist rar react reaction reasonabl recall recognition " +
      "recommend recommendation recover recruit red refer refusal regim regular regularly regulation reiterat " +
      "relation relatively relevant reliabl relief religion rely remind reminder renew repli representativ " +
      "reputation requirement rescu research resign resolution resolv respectively restor restructur resum retain " +
      "revolution reward rid ripp road robust rout row rural rush sat scal scar scienc scientist scrambl screen sea " +
      "sector seemingly segment seiz sensitiv sentenc sentiment serial session sett settl sex sexual shak sharp " +
      "sharply shortly shout shut sight signatur significantly sister sitt siz sizabl skeptical skill slamm slay " +
      "slow smaller smart smil sniper socialist soft soldier solid solv somewhat south southern spac spark " +
      "speculation spirit spoken sponsor sport spotlight spr squar stark stem stick stor str straight strategic " +
      "streak stream strengthen stress stretch stronger strongest struck structur stuck study stuff stump stunn " +
      "subsequent subsidiary substantial succ succeed successfully successor sudden suddenly suggestion supply " +
      "suppos surfac surg surrogat surround sustain sweep tabl tackl takeover tap task teach teacher tech telephon " +
      "televis temperament tend tender tension tenur terribl territory terror testimony them theory they'll they'v " +
      "throw thus thwart tie tied tight tighten tir tomorrow tonight tool totally tougher tour tout transcript " +
      "transform transgender transition tremendous trend trial trigger troop truck turnout twitter typically unabl " +
      "uncertainty uncl underscor undocument unify uniqu unity university unless unprecedent updat upset user usual " +
      "usually variety vast vehicl ventur venu versus violation violent visa vision volum volunteer vulnerabl warm " +
      "warrant we'll weak weaken weakness wealth wealthy wear weigh weren't whatever wild wind wish withdraw wonder " +
      "worldwid writer yes yield you'v yourself zero zon",
  ],
  // in 0.5 to 1 of 100 texts
  [
    5,
    "abid aboard absent absolut absurd academic accelerat accession accommodat accompani accomplishment accurat " +
      "achievement actively actress adapt adjust adjustment administrator admission adversary advertisement " +
      "affection affirm affordabl afraid aftermath afterward aging aircraft airlin airwav al alert alik aliv " +
      "allegedly allegianc alongsid alter altogether amass ambition ambitious amend ammunition amnesty anniversary " +
      "annually anytim anywher apartment apology app applaus application arena arrang array arrival art articulat " +
      "assail assembl assign assistant association assumption assuranc attach attacker attendanc attende attitud " +
      "auction audio authoritarian auto automatically await awareness awful backlash badly bag bail bailout banker " +
      "bankruptcy barr bash basically basketball batch bathroom battery beam bearer beaten beautiful beer belong " +
      "belt bench benchmark bent besid bett bias bidd bidder bigot bigotry bin bind birther bitter bless bloc blog " +
      "blunt boil bolster bomber boo boom boss bother bounc boycott brac bragg brain brak branch breach breakfast " +
      "breakthrough breath bridg briefly bright broaden broader broker bruis brush bubbl buck bullet bump burden " +
      "bury bus busy buyer cabinet calculat calculation campus cancer cap capability capabl captain carbon careful " +
      "carefully careless carrier casino casualty cater cautious celebration cement centrist chairwoman chamber " +
      "chapter characteristic characteriz charity charter chemical chid circulat circus civilian classification " +
      "clean clearanc click client climb cling clip closest cloth cloud clu coach coal coalesc coin cold collection " +
      "collectiv columnist combination comeback comedian comfortabl commentator commission commissioner commit " +
      "communicat comparabl comparison compassion competitor compil complianc component compound con concentrat " +
      "concept concert concession concret condolenc confirmation congratulat conscienc consecutiv conservatism " +
      "consideration consist consistently consolidat conspiracy constant constantly constituency constitution " +
      "consulat consum contemplat contend contention contentious context continent contractor conversion convict " +
      "conviction cool cooperat cop copy correctness correspondent corrupt corruption costly council counsel " +
      "counterpart courtesy cousin crack crackdown crash crazy creator credential credibility credibl crew crippl " +
      "cris crown crud cry cultural curb currency custom da dad danc dar databas datetim deadlock dealt debentur " +
      "debut decent declaration decri dedicat deem default defendant defensiv definitely definition delet " +
      "deliberately delivery demeanor demis demonstrator denial dent departur deploy depriv depth derail derid " +
      "descend description desir desk desperately destruction detain deter determination developer devic di diagnos " +
      "dictat die differ differently difficulty dinner dioxid diplomacy dir disabl disagreement disappear " +
      "disappointment disastrous disavow disciplin discount discours discrimination diseas disgrac disgust dislik " +
      "dismal dispatch disqualify disrupt disruption distant distinction distinguish distract distraction " +
      "distribution disturb ditch divorc dog dominanc dominant doom down downplay downward drag drama dress drink " +
      "dubb dubious duck dust dynamic ear earth east eastern eat eclips ed elaborat elder elderly electoral " +
      "eligibility embargo emission emphasi empir employment empower empty enact encounter endur energiz enforc " +
      "engin enhanc enterpris entertainment entitl entity entrepreneur environment envision equally equipment " +
      "equity erod escap essential ethnic evaluat eventual everyday everywher evil evolv exact examin exceed " +
      "excellent exception excess excessiv exclusiv exclusively excus execut existenc experiment explicitly explod " +
      "exploit explor explosion explosiv export exposur expression extent extradit extradition facilitat faction " +
      "fad fak fam famously farm faster fatal fatally favorably fed feed fenc fend fiery fighter finger firmly flaw " +
      "fled flew flexibility flip float flourish flower foe fold footag football forceful forcefully foreigner " +
      "foremost forever forg forget forgotten formal fortun fossil frack franchis frankly fraught freely frequent " +
      "frequently fring fulfill fundamentally fury galvaniz garner gear gender generous genuin geopolitical glad " +
      "glass glimps glob goer grab grabb grad gradually grappl grasp grassroot grateful gre green gridlock grief " +
      "grind gross guidelin gunn habit hacker hail halt hang harassment haul heal healthy heartland hedg heed heel " +
      "height heighten heritag hidden highway historical historically hol holiday homeland homicid honesty horribl " +
      "horrific horror hors hospital hostility household hub huddl humanitarian humbl hunt hurdl hypothetical ice " +
      "icon ignorant implication imply importantly impress impression impressiv improvement inability inaccurat " +
      "inappropriat incendiary incentiv inch incit incredibl ind independenc index indication inevitabl inevitably " +
      "inflation ingredient inject injury insert insight inspector install instinct institutional instruct " +
      "insurmountabl integrity intellectual intensifi interaction interim interpret interrupt interven intervention " +
      "introduction inventory investigativ invitation invok isolat jail jam jihadist jointly journal journalism " +
      "justification kidnapp king lament landmark landscap landslid laps lash layoff leas legaliz legally " +
      "legislativ legislator legislatur legitimat lend length lengthy lesbian lesser lett licens lied lifestyl " +
      "lifetim likelihood lineup linger liquid lit literally litigation litmus load logic longest loos lopsid loud " +
      "loudly lowest loyal luck luxury lying magazin magic magnat mainly maintenanc maneuver manner map marri mask " +
      "master maximum meaningful membership memorial memory mer merely merg mess method microphon midnight " +
      "millennial millionair min minimiz minus mirror mishandl mislead misogynist missil mobil mobiliz mod " +
      "moderator monthly mood moon mortgag mosqu motivat mountain mouth multi multinational murky muscl music " +
      "mutual myself narrower narrowly nasty nationalist nativ nd nearby newest nod nonprofit norm normally " +
      "northern nos notabl nurs object objection objectiv obligation observ observer obstacl obvious occasion " +
      "occasionally occupation occupy off offend offens offset oh okay oldest onstag operator opt optimistic orang " +
      "ordinary originally ought oust outlook output outrageous outreach outsiz outspoken overcom overhaul overlook " +
      "overse overshadow oversight overtak overturn owe ownership pac packag pact pain painful pander panic " +
      "parliament partial participation partnership passag passenger passionat pastor patch pathway patient pattern " +
      "paus payabl paycheck payer peak penalty penc pend perceiv perish permission permit persistent personality " +
      "personnel petition pharmaceutical phenomenon philosophy phony physical physician pill pilot pitt pivotal " +
      "plain plastic plat playbook plung pocket podcast poison polariz politiciz pool poorly pop populat populous " +
      "port portfolio portion portrait postpon potent pound pour pragmatic pray prayer precedent predecessor " +
      "prediction preferenc premium preserv presum preview primarily principal print prioritiz priz procedur " +
      "proclaim producer profound prohibit promotion promptly propaganda proper proportion prosecution prospectiv " +
      "prosperity proven provinc provocativ publicity publisher pump punch pundit punishment pursuit qualify " +
      "questionabl quiet quietly quo racially raid rail ralli rampant rant rap rapid rapidly rash rational rattl " +
      "raucous rd reader realistic reassur rebel rebound rebuild rebuk reception recession recit reckless reclaim " +
      "reconsider recount recovery recruiter redemption reduction reel reelection referendum refrain regain " +
      "regardless regional registration regret regulator rein reinforc rejection relentless reli reliably relocat " +
      "reluctant remarkabl render rent repair repeal replacement reproductiv researcher resembl resentment reshap " +
      "residenc resignation resist resistanc resonat resort respondent restaurant restrict restriction retail " +
      "retirement retweet reunit revelation revers reversal revis reviv revolt revolutionary ridicul rifl rift rigg " +
      "rip risen rock roof rough routin routinely rumor sacrific sad salary sanction sank satisfi savag scath " +
      "scenario scop scream screw script seal section seed selection separation setback settlement sever sham " +
      "sharpen shatter she'd shed sheet shell shelv shield ship shipp shirt shook shooter shop shopp shor showcas " +
      "showdown shrink shy sick sidelin significanc silenc similarity simultaneously sing skin sky slain slam slash " +
      "slat slaughter slight slim slipp slogan slot slowdown slowly slump smok soar sober soften soil sol solely " +
      "solidify somehow somewher song sophisticat sorry soul sovereignty spe spearhead speculat speechwriter spin " +
      "spott spous spy squeez st stability stabl stack stall stamina stamp statewid statistic statut steady steal " +
      "steel steep steer stemm stimulus stok storm straightforward strain strand strang strategically strip " +
      "stronghold studio stumbl stupid subdu submitt subordinat subsequently substanc substantially substantiv " +
      "subtl suburb suburban suck sue suicid suitor sum summary summit supplement supportiv supposedly surely " +
      "surpass surprisingly surrender surveillanc suspension suspicion sway swept switch symbol sympathy tack " +
      "talent tally tank tapp tariff tarnish tear technical teenager temper temporarily tens terminat terrific " +
      "testifi testify text theater theft therefor they'd thin threshold threw thrift thrill thriv thrown thrust " +
      "tick tid tier tilt timestamp tiny tip toleranc tolerat toll topp toss tournament toxic toy trac traction " +
      "tradition traffic tragedy tragic traitor transfer translat transparency transparent trash tre treatment " +
      "tribut trillion triumph trounc tub tuition tun turmoil twenty twist tycoon tying typical uh ultimat " +
      "unacceptabl unanimously uncertain uncover undecid underdog underestimat undergo understood unemployment " +
      "unexpectedly unfair unfit unfold universal unknown unleash unlik unnecessary unofficial unpopular " +
      "unpopularity unpredictabl unqualifi unsecur unsuccessful unusually unveil upend upheaval upper upward urban " +
      "urgent vacation valuabl vary vastly verbal vett viabl viewer vigorously virtu virtual vital vocal volatil vs " +
      "vulnerability vying wan wast watchdog weather weekly weight western wheel who'v whoever widen wider " +
      "widespread wildly willingness window winter wir wis withdrawal withheld wonderful workplac worsen wrapp " +
      "wrongdo www xenophob xenophobic yard yell you'll youth",
  ],
  // in 0.3 to 0.5 of 100 texts
  [
    5.5,
    "abolish abruptly absenc absente accident accountability accountabl acr activat activism acutely adequat " +
      "adequately adherenc administer administrativ adoption advers affirmativ affluent aggravat aggregat ail " +
      "airplan airstrik aisl album alcohol alien alienation alli alternat aluminum analyz angl animal animat annoy " +
      "anoint antic antipathy antitrust anxious anyway apiec appli apprehension arbiter arbitrarily arbitrary " +
      "archiv arsenal aspect aspiration assassination assess astronaut athlet atmospher atop atrocity attractiv " +
      "authorization automatic automobil automotiv avert awkward backfir bait balloon bankrupt banner bargain " +
      "barnstorm bath beauty bed bedroom beneficiary betrayal bia biography bleed blockad blowback bluster boot bor " +
      "bottl brash brav brew brilliant brink broadsid brokerag brown brutal buckl buildup bulk bulwark bunch bundl " +
      "burst bust button buzz cach candl capitalism capp captiv carpet cartel carv catalog catastrophic caveat ceil " +
      "cell cellphon certainty certificat chaotic charitabl charm chart chat cheat checker cherish chest childhood " +
      "chocolat chunk churn circuit civility clarifi clarity classmat clearer clock coffe comedy commentary commerc " +
      "compensat competent completion comply compris condemnation confidential congresswoman considerabl consol " +
      "consolidation constitut constrain constructiv consummat continuous contrary controller conven cordial " +
      "cornerston correspond correspondenc cosmetic courag courthous covet cozy craft crater craz creativ creditor " +
      "criteria cruis cue curious customary cyber daunt daylight deadliest dealer decreas deepen defect defection " +
      "defender defiant deflect defy deliberat delight denunciation depart dependent depict deployment deposit " +
      "depress derisively descent desert destabiliz destin destiny detect detention detour detractor devolv dial " +
      "dig dignity dilemma dimension din dip dipp disadvantag disarray disconnect discourag discretion discriminat " +
      "discriminatory disk dismantl dismay disparag disposal disproportionat disproportionately disregard dissent " +
      "distort distress div dlr documentary dogg dol dos dov download downturn dramatically drown drum dry durabl " +
      "dwell dwindl dy dynasty earliest earner earthquak ecosystem edit educat efficiency efficient egg " +
      "embarrassment embattl emblematic embroil emergenc emotionally enamor encompass encryption endeavor enforcer " +
      "engagement entail entertain enthusiastically entitlement entranc envoy epicenter epidemic equality eras " +
      "erect erosion escort espionag espous etc ethical ethnicity evident evolution ex exacerbat exaggerat " +
      "exceptional excerpt exhaustiv exhibit exhort exodus expenditur exploration extremism eyebrow fairness " +
      "fallout falter fantastic fantasy farmer fastest fatality favorability felon felony feminist fertil festival " +
      "fever fiber fiction fiercely filibuster finaliz financially firestorm firewall firework fitness fitt flank " +
      "flap flash fleet flipp flirt flock flurry fondness foray forcibly forefront format formation formula foster " +
      "fraction fractious fractur framework fraudulent fray freewheel freez friendship frontier fugitiv funny " +
      "furious gallon gambl gang gat generational genocid gestur glar globalization globally gloom glow golden " +
      "golfer goodwill gov governanc graduation grandchildren grandfather grandmother grandparent greatly greatness " +
      "greenhous grim grip gruel guarant gubernatorial guerrilla guidanc gulf gunfir gynecologist handily happily " +
      "harass harden hardest hashtag hasten hawkish hazardous healthcar hefty heir helicopter helpful her heroin " +
      "hik historian homegrown hon humanity humility hung hyp iconic icy ideal identical ignit illustrat immigrat " +
      "imminent immun impassion impeachment imped imperil impli imprison impromptu improper inadequat inclin " +
      "inclination inclusion inclusiv incompetent incredibly incremental indefinitely indirect ineffectiv infamous " +
      "infection inflammatory inflict injunction injustic innovativ insistenc installation instant instantly " +
      "instrument insurer integration intelligent intensify interfer interior interject intern internet " +
      "interpretation interruption intrigu irresponsibl irritation isolationist jeopardiz jet jihad journey joy " +
      "judgement juic junk jurisdiction justifi justify kickoff kilometer kne knif lag lambast lan landlin laser " +
      "lately leagu leather lectur leftist leftward legend libertarian lifelong lightn literatur logical lon " +
      "loophol loyalist loyalty lung lur maim makeup mall manhunt marathon marijuana mastermind materializ " +
      "mathematically max maximiz meantim mechanism mega melt mental merit methodically metric midst migration " +
      "mileston minimal minor mir mischief mistrust misunderstand modifi mold mom monger monument motion motor " +
      "mourn movy muddl mut mutually myth nagg nail naturally naval navigat neck neglect negotiator nervous " +
      "newsletter nineteen ninety nonetheless nonsens notably notch nowher nuanc oath observation obstetrician " +
      "occasional occurrenc ocean opin oppressiv optimism organizational originat orthodoxy out outbreak outsourc " +
      "outweigh overflow overnight overtim owed oxygen par para parad parallel payout payroll peacefully perfectly " +
      "permanently perpetrator persecution pessimistic photograph photographer pig pink pioneer pip pizza plagu " +
      "plaintiff plank playoff plea pleasur plight plott polit ponder populism positively possession poster " +
      "powerless practical practically preced pregnant preliminary preparedness prescription presentation presid " +
      "presumably pretax prisoner profess profitabl projection prominenc promotional pronounc propel properly " +
      "proponent proportionally proposition protocol protract provok psychiatrist psychological publication " +
      "publiciz pur purport pursuant quantity quarantin quell rabbit radicaliz rag rain ramp random rarely ratchet " +
      "ravag readily reaffirm reap rear reasonably reboot rebuff rebut recip reckon reconciliation recruitment " +
      "recurr redeem reflection refug regulatory reign reignit reinstat reminiscent renewabl renounc reopen " +
      "repatriat repatriation repay replicat reply representation reprimand republic resettl resound respectiv " +
      "respiratory restat restraint restrictiv rethink retire retroactively retrospect reverberat revil revision " +
      "revitaliz revival revok ridiculous ring riot risky ritual roar rocket rod roil romp rowdy rubber safely " +
      "safer sagg sak sampl sanctuary sand scatter scholarship scorn seasid secretly secular sedan seller semblanc " +
      "senseless sensitivity sexism shadow shaky shameful sharia sharper she'll sheer shin shipment sho shortag " +
      "shov shower shutdown similarly simultaneous sincer singer sixth skepticism skip slavery sleep slic slid slip " +
      "smallest smooth snag socially softwar solicit solidarity sooner sour spacecraft span sparr spat specialist " +
      "specializ specialty specify spectacl spectacular spell spik spill spit splinter spoil spokesperson spre " +
      "squarely stagnant stapl starr starter startl statur steadily steam stepfather stepmother stereotyp stiff " +
      "stifl stir stirr storag stranger strict strid stripp submit subpoena subscrib subscription suing summon sun " +
      "suppress supremacist suspicious swap swarm swath sweeten swip swirl sworn symbolic sympathetic symptom sync " +
      "tablet tag takedown tal talli tangibl tast taught taxpayer tea technically techniqu technological temperatur " +
      "tentativ territorial therapy thirty thriller throat timelin toast toppl torqu toughest tourism tourist tower " +
      "trader traditionally transferr transit transport transportation trap trapp traveler treasurer treaty tripl " +
      "trophy trump trumpet trustworthy tsunami turnaround twin ugly um unaffiliat unanimous unauthoriz unawar " +
      "unchang unclassifi uncommitt unconstitutional undercut underwriter unearth unexpect unfavorabl unfavorably " +
      "unhappy unheard unification uniform unioniz univers unnam unravel unrelent unrest unsolicit unspecifi " +
      "unsuccessfully untru unwaver unwillingness upgrad upris ups upstat urgency useful usher utility utiliz utter " +
      "vacancy vaccin vagu veer verify viability vicious victimiz vigorous villag viral virulent virus visibility " +
      "visibl vitriol waiver wary waterboard we'd weaker wealthiest web whack wherever whiter wholesal whomever " +
      "wield wisdom witch wither withhold withstand woe wood workforc worship wrap wreck xenophobia yank yawn " +
      "yellow yen you'd zeal",
  ],
];

const RARITY: ReadonlyMap<string, number> = new Map(
  BANDS.flatMap(([rarity, stems]) => stems.split(" ").map((stem) => [stem, rarity] as const)),
);

/** How rare a stem (see stem() in content-words.ts) is in news: 2.1 (every eighth text) to RAREST. */
export function rarityOf(stem: string): number {
  return RARITY.get(stem) ?? RAREST;
}

/** Is it a word of the language that news uses, rather than a name? */
export function isCommonWord(stem: string): boolean {
  return RARITY.has(stem);
}

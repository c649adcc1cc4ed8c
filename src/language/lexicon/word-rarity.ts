// How rare a word is in news: stems by the share of news texts that have them. Facts counted over some 1,200 texts; what
// is not listed is rare. Names are left out on purpose: whose names are common changes with the years.

/** Natural logarithm of (texts / texts with the word) for a stem that is not listed. */
export const RAREST = 6.5;

const BANDS: readonly (readonly [rarity: number, stems: string])[] = [
  // in more than 8 of 100 texts
  [
    2.1,
    "across add ago allow almost already announc another appear around ask attack away back bas becaus becom " +
      "behind believ best better big billion bring business call cam campaign candidat car cas certain chang charg " +
      "chief claim clear clos com comment company concern conservativ consider contest continu convention country " +
      "creat current day deal debat decid decision delegat didn't different director doesn't don't earlier early " +
      "economic effort election email end enough even event ever every executiv expect fac fact fail fami far " +
      "federal feel fight final find first fiv focus follow forc former found four front general get giv go going " +
      "good got government great group half hand happen hard he head held help high hold hom hop hour important " +
      "includ increas information interest interview issu it job keep kill kind know larg last later law lead " +
      "leader least leav left less lif lik lin littl liv long look lot mad major mak matter mean media meet member " +
      "messag million money month mov nam nation national near need never new next night nomination nomine not now " +
      "number offer offic official old open order other part particular party past pay peopl percent person " +
      "personal plac plan play point policy political poll position potential president presidential primary privat " +
      "problem provid public push put quarter question rac rais rally reach real reason receiv recent record releas " +
      "remain report respond result return right rival rol rul run runn runner say second secretary security see " +
      "seek seem seen senator serv set several shar show sid sign sinc someth speak speech stand start stat " +
      "statement still strong suggest support supporter system tak talk term that thing think third though thre tim " +
      "took top total trad try turn tweet until use used victory view vot voter want way week well went whether " +
      "whil win won work world wrot year",
  ],
  // in 4 to 8 of 100 texts
  [
    2.9,
    "abl accept account accus acknowledg act action activist actual addition address administration adviser " +
      "agency agenda agr agre agreement ahead aid aim air alleg ally along alway amount analyst answer anti anyon " +
      "anyth apparent appeal approach area argu attempt attention audienc authority bad ballot ban bank bar battl " +
      "becam began benefit beyond bid biggest bill billionair black block board bomb book border break brought " +
      "build built buy can't candidacy cannot capital cast caucus caus cent center chairman challeng chanc children " +
      "choic cit citizen city class co committe common community compar complet conduct conferenc congressional " +
      "control cost cours court cover crisi criticism criticiz crowd cut dat death debt decad declar declin deep " +
      "defeat defend defens deliver demand describ despit detail determin differenc difficult direct discuss " +
      "document dollar donor dozen draw earn economy effect effectiv eight either elect employe endors endorsement " +
      "enter entir especial establishment estimat everyth evidenc exist experienc explain express extrem fair fall " +
      "father favor fear field figur fil financial fir firm foreign form fre friend full fund futur gain gam gather " +
      "gav gett given global goal goe governor ground grow guy handl health hear higher history hit host hous " +
      "however hundr husband idea illegal immediat immigrant immigration incom independent individual industry " +
      "initial instead international investigation investment involv isn't join judg key known lack largest lat " +
      "latest launch leadership led legal let level liberal list local longer los loss lost lov low lower majority " +
      "man manager margin mark market men mention met military mind minut moment morn movement net network nin " +
      "nominat non noth officer often operation opponent opportunity oppos organization outsid pag paid parent pass " +
      "percentag period pick plann pledg polic politic politician popular possibl post power powerful prepar " +
      "present presidency press presumptiv previous pric probab process profit program promis propos proposal " +
      "protect protest prov quick quit rat rather read reduc reflect refus relat relationship relativ remark repeat " +
      "reporter represent request requir respect respons rest reveal ris risk sal schedul season self sell send " +
      "senior sent serious server servic sery seven shift shoot short shot significant similar singl sit six small " +
      "social someon son soon sought sound sourc special spend spent spok spokesman staff stag stak stay step stock " +
      "stop story strategy struggl subject success super sur surpris survey taken target tax team television tell " +
      "terrorism terrorist test th ther they'r thought thousand threat today together tough toward trail tri troubl " +
      "understand unit urg using valu vic victim video violenc visit voic war warn wasn't watch we'r whit wid wif " +
      "winn woman women won't word worker writ wrong you'r young",
  ],
  // in 2 to 4 of 100 texts
  [
    3.6,
    "ability abortion absolut access achiev acquir acquisition activ activity ad additional admitt adopt ads " +
      "advanc advantag advocat affair affect afternoon age agent aggressiv alon alternativ although amp anger " +
      "announcement annual appearanc approv approval aren't argument arm arrest arriv articl assault asset associat " +
      "assum assur attend attorney attribut author availabl averag avoid bear beat begin beginn behalf bigger bit " +
      "blam blast blu body boost born boy brief broad broadcast brother businessman camp captur card career carry " +
      "cash celebrat central century chair champion check cheer child choos civil classifi climat closer coalition " +
      "colleg command commitment committ communication compet composit computer conclud condemn condition confirm " +
      "conflict connect connection consequenc consistent consultant contain contender contrast contribut controll " +
      "controversial controversy conversation convinc cor corporat correct couldn't count counter county coupl " +
      "credit crim criminal critic critical cross cultur custody cycl daily damag dangerous data daughter de dead " +
      "defin degre demonstrat deni denounc department deputy design destroy develop development died diplomatic " +
      "direction discussion dismiss disput district divid dividend division doctor dominat donation door doubl " +
      "doubt driv driven drop dropp due duty easi easy echo edg electorat elit embassy embrac emerg encourag energy " +
      "enforcement engag enjoy ensur equal error essential establish estat eventual everybody everyon exact exampl " +
      "exchang expand expectation expert expos extend eye fals familiar famous fan fast favorit featur fell fellow " +
      "femal fewer fill fin financ finish fix flag floor fly follower food formal forward fought founder fourth " +
      "freedom frustration fuel fully fundrais gap generat generation giant gon gotten grant greater growth gun " +
      "hall hasn't hat haven't he'd headlin headquarter heard heart heat heavi highest highlight hir hopeful hug " +
      "human hurt id identifi identify ignor imag impact improv incident indicat influenc insid insist inspir " +
      "instanc insult intelligenc intend introduc invest investigat investor joint jok journalist judgment jump " +
      "justic kept kid labor lady laid land languag larger lawmaker lawsuit lawyer lay lean learn legislation " +
      "letter light limit link lock longtim main mainstream maintain maker manag management mass massiv mat match " +
      "material mayb meant measur middl mil minister minority miss mission mistak mix moderat modern mogul most " +
      "mother multipl murder narrow natural necessary neighbor newspaper normal nuclear obtain obvious occurr odd " +
      "oil one onlin operat opinion opposition option organiz original outcom outsider outstand overwhelm own pack " +
      "panel paper participat partner path peac per perform performanc perhap phon photo pictur piec plant platform " +
      "pleas plus poor population positiv possibility practic prais predict presenc pressur pretty prevent principl " +
      "priority produc product professor profil progressiv project prominent promot prompt prosecutor prospect " +
      "protester proud publish pull purchas pursu putt quality quot racist radical radio ran rang rank re ready " +
      "reality realiz recogniz referenc referr reform refuge regard region register regular reject religious " +
      "remember remov replac reserv resident resourc responsibility responsibl retir revenu review rhetoric rich " +
      "roll room root ros rough round saf safety sav saw scandal scen school scor scrutiny search seat secret secur " +
      "select sens separat shap shareholder sharp she shock shouldn't shown signal simp simpl situation slight slow " +
      "society sold solution somebody sometim sort speaker specific specifical split spokeswoman spot spread " +
      "staffer stanc standard star station status stepp stood stopp strategist street strength strik student styl " +
      "successful sudden suffer suit summer superdelegat suppos surviv suspect suspend swing tactic technology " +
      "temporary ten thank threaten throughout ticket titl ton topic touch town track traditional train transaction " +
      "travel treat trip tru truly trust truth twic ty typ typical ultimat unclear undermin union unlik unusual " +
      "upcom usual various vast version veteran via violat virtual vow wag wait wak walk wall water wav we'v weapon " +
      "websit weekend welcom what who whol will wing winner witness worri worry wors worst worth wouldn't wound " +
      "written yesterday younger",
  ],
  // in 1 to 2 of 100 texts
  [
    4.3,
    "abandon abroad abus acceptanc accomplish accord accusation actor admit adult advertis advic advis advocacy " +
      "affiliat afford airport alarm alienat align allegation allianc amaz ambassador amendment amid analysi anchor " +
      "angry anonymity anticipat anxiety anybody anymor apart apologiz applaud apply appoint appointment appreciat " +
      "appropriat army arrangement asid assert assertion assessment assist assistanc asylum attract authoriz awar " +
      "award baby backer background balanc ball band bann barrier basi basic battleground begun behavior belief bet " +
      "bipartisan birth bitter blood blow boast boat bold bond borrow bottom bought bound box brand brok broken " +
      "budget bully bureau buri burn cabl calendar camera cancel capacity capitaliz careful carri catch category " +
      "caught caution celebrity ceremony chain challenger channel chant chao character chos chosen church circl " +
      "circumstanc citizenship clash classic clinch clinic club coast cod collaps collar colleagu collect color " +
      "column combat combin comfort commander commercial communist compell competition competitiv complain " +
      "complaint complex complicat comprehensiv compromis conced conclusion confidenc confident confront " +
      "confrontation confus congressman consensus constant constitutional construction consult consumer contact " +
      "content contract contradict contribution contributor conventional convert convertibl cooperation coordinat " +
      "corner corporation coup coverag creation critiqu crucial crush customer cutt danger dark deadlin decisiv " +
      "deeper deficit delay delegation democracy democratic demographic demonstration deny depend deport " +
      "deportation deserv desperat devastat devot dictator digit digital diminish diplomat disagre disappoint " +
      "disaster disastrous disclos disclosur discover discovery display distanc distribut divers diversity divisiv " +
      "domestic donat downtown draft dramatic drawn dream drew driver drov drug dump eager eas easier economist " +
      "editor editorial education eighth elder electronic element elevat eligibl eliminat elsewher embarrass " +
      "emergency emotional emphasiz employ employer en enabl enemy engineer enormous enthusiasm enthusiastic entry " +
      "environmental episod equivalent era erupt es escalat evangelical eve except excit exclusiv exercis exil exit " +
      "expansion expens expensiv expir explanation extension extensiv extra extraordinary extremist facility factor " +
      "factory failur faith fallen fashion fat fatal fault favorabl fee feet felt feud fierc fifth film firearm " +
      "fiscal fit flat fle flight flood flow folk foot forceful forecast formidabl forth forum foundation fram " +
      "fraud frequent fresh frontrunner frustrat fun function fundamental fundraiser gas gay gift girl golf gonna " +
      "govern graduat grand grass greatest greet grew grown guarante guard guess guest guid guilty hack hadn't hair " +
      "hammer handful happy harder harm harsh hatr he'll heavy hell hero hid hint historic historical hitt holder " +
      "hometown honest honor hostil hot hotel http identity ideological ideology ill imagin implement import " +
      "importanc impos impossibl incumbent indict indictment industrial inequality influential inform infrastructur " +
      "initiativ injur inner innocent inquiry insider institution insuranc insurgent intens intent intention " +
      "internal invasion investigator invit involvement island item judicial jury kick killer kitchen knew knock " +
      "knowledg label laugh leak legacy lesson leverag liability liar liberty lie lift listen loan lobby lobbyist " +
      "locat location loom loser loud ly machin mail mal mandat manufactur manufacturer march marriag massacr " +
      "matchup math mayor meanwhil medical memo mer merger mid migrant militant minimum mock model modest momentum " +
      "monitor moral mount movi narrativ nationwid natur necessari negativ negotiat negotiation neighborhood " +
      "neither neurosurgeon neutral newly nic nightclub nobody north notic notion numerous occasional occur " +
      "offensiv older ongo op operativ opposit organizer otherwis ourselv outlet outlin outrag outright overall " +
      "oversea owner paint pair park participant partisan passion payment perception perfect permanent perspectiv " +
      "persuad phas phras physical pic pil pitch pivot planet player plead plenty pois pollster popularity populist " +
      "portray pos possib poverty pre precinct prefer preferr prevail prim principal prior prison pro prob proc " +
      "proceed production professional profound progress prolong proof property prosecut protection provider " +
      "provision punish purpos qualifi qualification quiet racial racism rapid rapist rar react reaction reasonabl " +
      "recall recognition recommend recommendation recover recruit red refer refusal regim regulation reiterat " +
      "relation relevant reliabl relief religion rely remind reminder renew repli representativ reputation " +
      "requirement rescu research resign resolution resolv respectiv restor restructur resum retain revolution " +
      "reward rid ripp road robust rout routin row rural rush sat scal scar scienc scientist scrambl screen sea " +
      "sector segment seiz sensitiv sentenc sentiment serial session sett settl sever sex sexual shak shout shut " +
      "sight signatur simultaneous sister sitt siz sizabl skeptical skill slamm slay smaller smart smil sniper " +
      "socialist soft sol soldier solid solv somewhat south southern spac spark speculation spirit spoken sponsor " +
      "sport spotlight spr squar stark stem stick stor str straight strategic streak stream strengthen stress " +
      "stretch stronger strongest struck structur stuck study stuff stump stunn subsequent subsidiary substantial " +
      "succ succeed successor suggestion supp surfac surg surrogat surround sustain sweep tabl tackl takeover tap " +
      "task teach teacher tech technical telephon televis temperament tend tender tension tenur terribl territory " +
      "terror testimony them theory they'll they'v throw thus thwart tie tied tight tighten tir tomorrow tonight " +
      "tool tougher tour tout transcript transform transgender transition tremendous trend trial trigger troop " +
      "truck turnout twitter unabl uncertainty uncl underscor undocument unexpect unfair unify uniqu unity " +
      "university unless unprecedent updat upset user variety vehicl ventur venu versus violation violent visa " +
      "vision vocal volum volunteer vulnerabl warm warrant we'll weak weaken weakness wealth wealthy wear weigh " +
      "weren't whatever wild wind wish withdraw wonder worldwid writer yes yield you'v yourself zero zon",
  ],
  // in 0.5 to 1 of 100 texts
  [
    5,
    "abid aboard abrupt absent absurd academic accelerat accession accommodat accompani accomplishment accurat " +
      "achievement actress acut adapt adequat adjust adjustment administrator admission adversary advertisement " +
      "affection affirm affordabl afraid aftermath afterward aging aircraft airlin airwav al alert alik aliv " +
      "allegianc alongsid alter altogether amass ambition ambitious amend ammunition amnesty anniversary anytim " +
      "anywher apartment apology app applaus application arena arrang array arrival art articulat assail assembl " +
      "assign assistant association assumption assuranc attach attacker attendanc attende attitud auction audio " +
      "authoritarian auto automatical await awareness awful awkward backlash badly bag bail bailout banker " +
      "bankruptcy barr bash basical basketball batch bathroom battery beam bearer beaten beautiful beer belong belt " +
      "bench benchmark bent besid bett bias bidd bidder bigot bigotry bin bind birther bless bloc blog blunt boil " +
      "bolster bomber boo boom boss bother bounc boycott brac bragg brain brak branch breach breakfast breakthrough " +
      "breath bridg bright broaden broader broker bruis brush bubbl buck bullet bump burden bury bus busy buyer " +
      "cabinet calculat calculation campus cancer cap capability capabl captain carbon careless carrier casino " +
      "casualty cater cautious celebration cement centrist chairwoman chamber chapter characteristic characteriz " +
      "charity charter chemical chid circulat circus civilian classification clean clearanc click client climb " +
      "cling clip closest cloth cloud clu coach coal coalesc coin cold collection collectiv columnist combination " +
      "comeback comedian comfortabl commentator commission commissioner commit communicat comp comparabl comparison " +
      "compassion competitor compil complianc component compound con concentrat concept concert concession concret " +
      "condolenc confirmation congratulat conscienc consecutiv conservatism consideration consist consolidat " +
      "conspiracy constituency constitution consulat consum contemplat contend contention contentious context " +
      "continent continuous contractor conversion convict conviction cool cooperat cop copy correctness " +
      "correspondent corrupt corruption council counsel counterpart courtesy cousin crack crackdown crash crazy " +
      "creator credential credibility credibl crew crippl cris crown crud cry cultural curb currency custom da dad " +
      "danc dar databas datetim deadlock dealt debentur debut decent declaration decri dedicat deem default " +
      "defendant defensiv defiant definit definition delet deliberat delivery demeanor demis demonstrator denial " +
      "dent departur deploy depriv depth derail derid descend description desir desk destruction detain deter " +
      "determination developer devic di diagnos dictat die differ difficulty dinner dioxid diplomacy dir disabl " +
      "disagreement disappear disappointment disavow disciplin discount discours discrimination diseas disgrac " +
      "disgust dislik dismal disorder dispatch disproportionat disqualify disrupt disruption distant distinction " +
      "distinguish distract distraction distribution disturb ditch divorc dog dominanc dominant doom down downplay " +
      "downward drag drama dress drink dubb dubious duck dust dynamic ear earth east eastern eat eclips ed elaborat " +
      "electoral eligibility embargo emission emphasi empir employment empower empty enact encounter endur energiz " +
      "enforc engin enhanc enterpris entertainment entitl entity entrepreneur environment envision equipment equity " +
      "erod escap ethical ethnic evaluat everyday everywher evil evolv examin exceed excellent exception excess " +
      "excessiv excus execut existenc experiment explicit explod exploit explor explosion explosiv export exposur " +
      "expression extent extradit extradition facilitat faction fad fak fam farm faster favorab fed feed fenc fend " +
      "fiery fighter finger flaw fled flew flexibility flip float flourish flower foe fold footag football " +
      "foreigner foremost forever forg forget forgotten fortun fossil frack franchis frank fraught fring fulfill " +
      "fury galvaniz garner gear gender generous genuin geopolitical glad glass glimps glob goer grab grabb grad " +
      "gradual grappl grasp grassroot grateful gre green gridlock grief grind gross guidelin gunn habit hacker hail " +
      "halt hang harassment haul heal healthy heartland hedg heed heel height heighten heritag hidden highway hol " +
      "holiday homeland homicid honesty horribl horrific horror hors hospital hostility household hub huddl " +
      "humanitarian humbl hunt hurdl hypothetical ice icon ideal ignorant implication imply impress impression " +
      "impressiv improper improvement inability inaccurat inadequat inappropriat incendiary incentiv inch incit " +
      "incredibl ind indefinit independenc index indication indirect inevitab inevitabl infamous inflation " +
      "ingredient inject injury insert insight inspector install instant instinct institutional instruct " +
      "insurmountabl integrity intellectual intelligent intensifi interaction interim interpret interrupt interven " +
      "intervention introduction inventory investigativ invitation invok isolat jail jam jihadist journal " +
      "journalism justification kidnapp king lament landmark landscap landslid laps lash layoff leas legaliz " +
      "legislativ legislator legislatur legitimat lend length lengthy lesbian lesser lett licens lied lifestyl " +
      "lifetim likelihood lineup linger liquid lit literal litigation litmus load logic longest loos lopsid lowest " +
      "loyal luck luxury lying magazin magic magnat maintenanc maneuver manner map marri mask master mathematical " +
      "maximum meaningful membership memorial memory mental merg mess method microphon midnight millennial " +
      "millionair min minimal minimiz minus mirror mishandl mislead misogynist missil mobil mobiliz mod moderator " +
      "mood moon mortgag mosqu motivat mountain mouth multi multinational murky muscl music mutual myself narrower " +
      "nasty nationalist nativ nd nearby newest nod nonprofit norm northern nos notabl nurs object objection " +
      "objectiv obligation observ observer obstacl occasion occupation occupy off offend offens offset oh okay " +
      "oldest onstag operator opt optimistic orang ordinary ought oust outlook output outrageous outreach outsiz " +
      "outspoken overcom overhaul overlook overse overshadow oversight overtak overturn owe ownership pac packag " +
      "pact pain painful pander panic parliament partial participation partnership passag passenger passionat " +
      "pastor patch pathway patient pattern paus payabl paycheck payer peaceful peak penalty penc pend perceiv " +
      "perish permission permit persistent personality personnel petition pharmaceutical phenomenon philosophy " +
      "phony physician pill pilot pitt pivotal plain plastic plat playbook plung pocket podcast poison polariz " +
      "polit politiciz pool pop populat populous port portfolio portion portrait postpon potent pound pour " +
      "practical pragmatic pray prayer precedent predecessor prediction preferenc premium preserv presum preview " +
      "primari print prioritiz priz procedur proclaim producer prohibit promotion propaganda proper proportion " +
      "prosecution prospectiv prosperity proven provinc provocativ psychological publicity publisher pump punch " +
      "pundit punishment pur pursuit qualify questionabl quo raid rail ralli rampant random rant rap rash rational " +
      "rattl raucous rd reader realistic reassur rebel rebound rebuild rebuk reception recession recit reckless " +
      "reclaim reconsider recount recovery recruiter redemption reduction reel reelection referendum refrain regain " +
      "regardless regional registration regret regulator rein reinforc rejection relentless reli reliab relocat " +
      "reluctant remarkabl render rent repair repeal replacement reproductiv researcher resembl resentment reshap " +
      "residenc resignation resist resistanc resonat resort resound respondent restaurant restrict restriction " +
      "retail retirement retweet reunit revelation revers reversal revis reviv revolt revolutionary ridicul rifl " +
      "rift rigg rip risen rock roof rumor sacrific sad salary sanction sank satisfi savag scath scenario scop " +
      "scream screw script seal section seed selection separation setback settlement sham sharpen shatter she'd " +
      "shed sheet shell shelv shield ship shipp shirt shook shooter shop shopp shor showcas showdown shrink shy " +
      "sick sidelin significanc silenc similarity sincer sing skin sky slain slam slash slat slaughter slim slipp " +
      "slogan slot slowdown slump smok soar sober soften soil solidify somehow somewher song sophisticat sorry soul " +
      "sovereignty spe spearhead spectacular speculat speechwriter spin spott spous spy squeez st stability stabl " +
      "stack stall stamina stamp statewid statistic statut steady steal steel steep steer stemm stimulus stok storm " +
      "straightforward strain strand strang strategical strict strip stronghold studio stumbl stupid subdu submitt " +
      "subordinat substanc substantiv subtl suburb suburban suck sue suicid suitor sum summary summit supplement " +
      "supportiv surpass surrender surveillanc suspension suspicion sway swept switch symbol sympathy tack talent " +
      "tally tank tapp tariff tarnish tear teenager temper temporari tens terminat terrific testifi testify text " +
      "theater theft therefor they'd thin threshold threw thrift thrill thriv thrown thrust tick tid tier tilt " +
      "timestamp tiny tip toleranc tolerat toll topp toss tournament toxic toy trac traction tradition traffic " +
      "tragedy tragic traitor transfer translat transparency transparent trash tre treatment tribut trillion " +
      "triumph trounc tub tuition tun turmoil twenty twist tycoon tying uh unacceptabl unanimous uncertain uncover " +
      "undecid underdog underestimat undergo understood unemployment unfit unfold uniform universal unknown unleash " +
      "unnecessary unofficial unpopular unpopularity unpredictabl unqualifi unsecur unsuccessful unveil upend " +
      "upheaval upper upward urban urgent vacation valuabl vary verbal vett viabl vicious viewer vigorous virtu " +
      "vital volatil vs vulnerability vying wan wast watchdog weather weight western wheel who'v whoever widen " +
      "wider widespread willingness window winter wir wis withdrawal withheld wonderful workplac worsen wrapp " +
      "wrongdo www xenophob xenophobic yard yell you'll youth",
  ],
  // in 0.3 to 0.5 of 100 texts
  [
    5.5,
    "abolish absenc absente accident accountability accountabl acr activat activism adherenc administer " +
      "administrativ adoption advers affirmativ affluent aggravat aggregat ail airplan airstrik aisl album alcohol " +
      "alien alienation alli alternat aluminum analyz angl animal animat annoy anoint anonymous antic antipathy " +
      "antitrust anxious anyway apiec appli apprehension approximat arbiter arbitrari arbitrary archiv arsenal " +
      "aspect aspiration assassination assess astronaut athlet atmospher atop atrocity attractiv authorization " +
      "automatic automobil automotiv avert backfir bait balloon bankrupt banner bargain barnstorm bath beauty bed " +
      "bedroom beneficiary betrayal bia biography bleed blockad blowback bluster boot bor bottl brash brav brew " +
      "brilliant brink broadsid brokerag brown brutal buckl buildup bulk bulwark bunch bundl burst bust button buzz " +
      "cach candid candl capitalism capp captiv carpet cartel carv casual catalog catastrophic caveat ceil cell " +
      "cellphon certainty certificat chaotic charitabl charm chart chat cheap cheat checker cherish chest childhood " +
      "chocolat chunk churn circuit civility clarifi clarity classmat clearer clock coffe comedy commentary commerc " +
      "compensat competent completion compris condemnation confidential congresswoman considerabl consol " +
      "consolidation constitut constrain constructiv consummat contrary controller conven cordial cornerston " +
      "correspond correspondenc cosmetic courag courthous covet cozy craft crater craz creativ creditor criteria " +
      "cruis cue curious customary cyber daunt daylight deadliest dealer dear decreas deepen defect defection " +
      "defender deflect defy delight denunciation depart dependent depict deployment deposit depress derisiv " +
      "descent desert destabiliz destin destiny detect detention detour detractor devolv dial dig dignity dilemma " +
      "dimension din dip dipp disadvantag disarray disconnect discourag discretion discriminat discriminatory disk " +
      "dismantl dismay disparag disposal disregard dissent distinct distort distress div dlr documentary dogg dol " +
      "dos dov download downturn dramatical drown drum dry durabl dwell dwindl dy dynasty earliest earner earthquak " +
      "economical ecosystem edit educat efficiency efficient egg embarrassment embattl emblematic embroil emergenc " +
      "enamor encompass encryption endeavor enforcer engagement entail entertain enthusiastical entitlement entranc " +
      "envoy epicenter epidemic equality eras erect erosion escort espionag espous etc ethnicity evident evolution " +
      "ex exacerbat exaggerat exceptional excerpt exhaustiv exhibit exhort exodus expenditur exploration extremism " +
      "eyebrow fairness faithful fallout falter fantastic fantasy farmer fastest fatality favorability felon felony " +
      "feminist fertil festival fever fiber fiction filibuster finaliz firestorm firewall firework fitness fitt " +
      "flank flap flash fleet flipp flirt flock flurry fond fondness foray forcib forefront format formation " +
      "formula foster fraction fractious fractur framework fraudulent fray freewheel freez friendship frontier " +
      "fugitiv funny furious gallon gambl gang gat generational genocid gestur glar globalization gloom glow golden " +
      "golfer goodwill gov governanc graduation grandchildren grandfather grandmother grandparent grav greatness " +
      "greenhous grim grip gruel guarant gubernatorial guerrilla guidanc gulf gunfir gynecologist handi happi " +
      "harass harden hardest hashtag hasten hawkish hazardous healthcar hefty heir helicopter helpful her heroin " +
      "hik historian homegrown hon humanity humility hung hyp iconic icy identical ignit illustrat immigrat " +
      "imminent immun impassion impeachment imped imperil impli imprison impromptu inclin inclination inclusion " +
      "inclusiv incompetent incredib incremental ineffectiv infection inflammatory inflict injunction injustic " +
      "innovativ insistenc installation instrument insurer integration intensify interfer interior interject intern " +
      "internet interpretation interruption intimat intrigu irresponsibl irritation isolationist jeopardiz jet " +
      "jihad journey joy judgement juic junk jurisdiction justifi justify kickoff kilometer kne knif lag lambast " +
      "lan landlin laser leagu leather lectur leftist leftward legend libertarian lifelong lightn literatur logical " +
      "lon loophol loyalist loyalty lung lur maim makeup mall manhunt marathon marijuana mastermind materializ max " +
      "maximiz meantim mechanism mega melt merit methodical metric midst migration mileston minor mir mischief " +
      "mistaken mistrust misunderstand modifi mold mom monger monument motion motor mourn movy muddl mut myth nagg " +
      "nail naval navigat neck neglect negotiator nervous newsletter nineteen ninety nonetheless nonsens notab " +
      "notch nowher nuanc oath observation obstetrician occurrenc ocean opin oppressiv optimism organizational " +
      "originat orthodoxy out outbreak outsourc outweigh overflow overnight overtim owed oxygen par para parad " +
      "parallel payout payroll perilous perpetrator persecution pessimistic photograph photographer pig pink " +
      "pioneer pip pizza plagu plaintiff plank playoff plea pleasur plight plott ponder populism possession poster " +
      "powerless preced pregnant preliminary prematur preparedness prescription presentation presid presumab pretax " +
      "prisoner profess profitabl projection prominenc promotional pronounc propel proponent proportional " +
      "proposition protocol protract provisional provok psychiatrist publication publiciz purport pursuant quantity " +
      "quarantin quell rabbit radicaliz rag rain ramp ratchet ravag readi reaffirm reap rear reasonab reboot rebuff " +
      "rebut recip reckon reconciliation recruitment recurr redeem reflection refug regulatory reign reignit " +
      "reinstat reminiscent renewabl renounc reopen repatriat repatriation repay replicat reply representation " +
      "reprimand republic resettl respiratory restat restraint restrictiv rethink retire retroactiv retrospect " +
      "reverberat revil revision revitaliz revival revok rhetorical ridiculous ring riot risky ritual roar rocket " +
      "rod roil romp rowdy rubber safer sagg sak sampl sanctuary sand scatter scholarship scorn seasid secular " +
      "sedan seller semblanc senseless sensitivity sexism shadow shaky shameful sharia sharper she'll sheer shin " +
      "shipment sho shortag shov shower shutdown singer sixth skepticism skip slavery sleep slic slid slip smallest " +
      "smooth snag softwar solicit solidarity sooner sour spacecraft span sparr spars spat specialist specializ " +
      "specialty specify spectacl spell spik spill spit splinter spoil spokesperson spre stagnant stapl starr " +
      "starter startl statur staunch steadi steam stepfather stepmother stereotyp stern stiff stifl stir stirr " +
      "storag stranger strid stripp submit subpoena subscrib subscription sufficient suing summon sun suppress " +
      "supremacist suspicious swap swarm swath sweeten swift swip swirl sworn symbolic sympathetic symptom sync " +
      "tablet tacit tag takedown tal talli tangibl tast taught taxpayer tea techniqu technological temperatur " +
      "tentativ territorial therapy thirty thorough thriller throat timelin toast toppl torqu toughest tourism " +
      "tourist tower trader transferr transit transport transportation trap trapp traveler treasurer treaty tripl " +
      "trophy trump trumpet trustworthy tsunami turnaround twin ugly um unaffiliat unauthoriz unawar unchang " +
      "unclassifi uncommitt unconstitutional undercut underwriter unearth unfavorab unfavorabl unfortunat unhappy " +
      "unheard unification unioniz univers unnam unravel unrelent unrest unsolicit unspecifi untru unwaver " +
      "unwillingness upgrad upris ups upstat urgency useful usher utility utiliz utter vacancy vaccin vagu veer " +
      "verify viability victimiz villag viral virulent virus visibility visibl visual vitriol waiver wary " +
      "waterboard we'd weaker wealthiest web whack wherever whiter wholesal whomever wield wisdom witch wither " +
      "withhold withstand woe wood workforc worship wrap wreck xenophobia yank yawn yellow yen you'd zeal",
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

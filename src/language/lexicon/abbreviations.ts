// Which dots do not end a sentence, and which words like to begin one.

/** Never the last word of a sentence: something always follows. Lower case, without the last dot. */
export const ALWAYS_FOLLOWED: ReadonlySet<string> = new Set(
  (
    "mr mrs ms messrs mx dr prof sen sens rep reps gov govs gen lt lt.gen maj.gen brig.gen col sgt capt maj cmdr adm pvt cpl " +
    "rev fr hon pres supt det insp const atty asst dep sec amb ald st ste mt ft vs v viz cf e.g i.e approx ca no nos art fig vol pp pg " +
    "al-hon rt.hon op dist ret mgr msgr br sr.lt"
  ).split(" "),
);

/** Abbreviations that may also end a sentence: the next word decides. Lower case, without the last dot. */
export const MAY_END: ReadonlySet<string> = new Set(
  (
    "jr sr inc corp co ltd llc llp plc bros etc al esq ph.d m.d b.a m.a j.d u.s u.n u.k e.u d.c u.s.a u.s.s.r a.m p.m n.y l.a r.i n.j n.h n.c s.c n.d s.d w.va " +
    "a.d b.c g.o.p f.b.i c.i.a n.s.a r-fla d-calif am pm ave blvd rd ln hwy dept univ assn bldg est ed eds min max hr hrs mph sq " +
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun " +
    "ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore pa penn tenn tex vt va wash wis wisc wyo ont que alta"
  ).split(" "),
);

/** Words that, capitalised after such a dot, show that a new sentence begins. Lower case. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  (
    "the a an this that these those he she it they we i you his her its their our my your there here who what when where why how which " +
    "in on at by for from to with after before during since until while as if although though because despite unlike but and or so yet nor still " +
    "however moreover meanwhile then now also instead indeed thus therefore later earlier today yesterday tomorrow some many most few all both each every no not one two " +
    "several other others another such even only just once asked according"
  ).split(" "),
);

// The line rules: one row a kind of clutter that sites print in and around an article, with a line it means.
// Readers of saved text and of pages share them. A rule sees one line alone; what needs neighbours is in `blocks.ts`.
import { isShouted, isTerminated, wordCount } from "./shape.ts";

/** `names outlet`: the line is the outlet speaking of itself, so an outlet named in it is the publisher. */
export interface LineRule {
  readonly why: string;
  readonly example: string;
  readonly namesOutlet?: boolean;
  /** Longest line it may judge, in characters; short by default, so that no rule eats a paragraph. */
  readonly upTo?: number;
  readonly matches: RegExp | ((line: string) => boolean);
}

const SHARE_WORDS =
  /^(?:(?:share|tweet|email|e-mail|print|copy link|link copied|save|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|flipboard|messenger|pocket|instagram|youtube|tumblr|vk|rss|comments?|on|via|this|article|story|with|friends|a|to|clipboard|more|options|mix|stumbleupon|google\+?|sms|\d+|shares?|likes?)[\s,|•·:/+-]*){1,24}$/i;

/** Verbs that show that a line tells of somebody speaking: such a line is body even when it reads like a notice. */
const REPORTS = /\b(?:said|says|told|asked|added|wrote|argued|warned|announced|according to)\b/i;

export const LINE_RULES: readonly LineRule[] = [
  {
    why: "photo caption",
    example: "FILE PHOTO: A tank stands at a crossing. © Some Agency / A Photographer",
    upTo: 900,
    matches: (line) =>
      /^\W{0,3}(?:file|handout|stock)[ -](?:photo|image|picture|pic)\b/i.test(line) || hasPhotoCredit(line),
  },
  {
    why: "photo caption",
    example: "Image: the harbour at night",
    upTo: 300,
    matches:
      /^(?:photo(?:graph)?s?|image|picture|pictured|caption|illustration|video)(?: (?:by|credit|source|caption))? ?: ?\S/i,
  },
  {
    why: "photo caption",
    example: "Photo by the Ministry of Defence",
    upTo: 160,
    matches:
      /^\(?(?:photos?|images?|graphic|illustration|video) (?:by|from|via|courtesy)\b|^(?:image|photo|picture) (?:credit|source|caption)\b|^\(?credit ?: /i,
  },
  {
    why: "tags",
    example: "Tags Border crisis Alliance relations",
    upTo: 400,
    matches: (line) =>
      /^(?:tags?|topics?|related topics|filed under|keywords|categories|in this (?:story|article)|more on|explore more)(?: ?:| [\p{Lu}\d#])/u.test(
        capitalised(line),
      ) && !isSentence(line),
  },
  { why: "tags", example: "#sanctions #border", upTo: 300, matches: /^(?:#[\p{L}\p{N}_]+[\s,]*)+$/u },
  {
    why: "comment policy",
    example: "This outlet has removed its comment section.",
    upTo: 600,
    namesOutlet: true,
    matches:
      /\b(?:has|have) (?:removed|closed|disabled|turned off) (?:its|our|the) comments?\b|\bjoin the (?:discussion|conversation)\b|\bcomments? (?:on this (?:story|article) )?(?:are|is) (?:now )?(?:closed|moderated|disabled|subject)|\bcomments? sections?\b.{0,60}\b(?:closed|rules|policy|removed|moderated)|\bcommunity (?:guidelines|standards)\b|\bcommenting (?:policy|rules)\b/i,
  },
  {
    why: "comments",
    example: "Leave a comment",
    upTo: 90,
    matches:
      /^(?:\d[\d,.]*|view|show|see|read|load|leave|post|add|write|no|all)? ?(?:a |an |the |all |your |more |\d+ )*(?:comments?|reply|replies|responses?)(?: ?(?:\(\d*\)|now|here|below|yet|cancel reply|on this (?:story|article)))*$|^be the first to comment\b|^what do you think\?|^sign in to comment|^log in to (?:comment|reply)/i,
  },
  {
    why: "link to another article",
    example: "RELATED: Ministers agree on a budget",
    upTo: 300,
    matches:
      /^[[(>→➡▶*\s]*(?:related(?: (?:stor(?:y|ies)|articles?|news|content|coverage|links?|posts?|reading|video))?|read more|read also|read next|also read|more|see also|see more|see|watch|watch also|listen|don['’]t miss|must read|recommended|explainer|in pictures|in pics|live|next|previous|up next|opinion|analysis|from the archives?|editor['’]s picks?|most read|trending) ?[:|»>–—] ?\S/i,
  },
  {
    why: "link to another article",
    example: "MINISTERS CLASH OVER BUDGET AS DEADLINE NEARS",
    upTo: 300,
    matches: (line) => isShouted(line) && !/[.!?]["”]?$/.test(line) && !/^CLICK|\bREAD MORE\b/.test(line),
  },
  {
    why: "call to action",
    example: "CLICK HERE TO READ MORE FROM THE DAILY EXAMPLE",
    upTo: 220,
    namesOutlet: true,
    matches:
      /^\W*(?:click|tap|press) (?:here|on|to|below|through)\b|^\W*(?:continue|keep) reading\b|\bread (?:the )?(?:full|whole|original|entire) (?:article|story|text|post) (?:at|on|here|in)\b|^\W*read (?:more|the full story|full (?:story|article))\b.{0,80}$|^to read the full (?:story|article)\b/i,
  },
  {
    why: "call to action",
    example: "See all Video",
    upTo: 110,
    namesOutlet: true,
    matches: (line) =>
      /^\W*(?:see|view|show|load|browse|explore|discover|get|read|watch|find|more from|go to|back to|skip to|jump to|return to) ?(?:all|more|full|the latest|latest|our|us|the app|top|main content|content|navigation|home ?page|search|footer|results|stories|out more)?\b/i.test(
        line,
      ) &&
      wordCount(line) <= 8 &&
      !isTerminated(line),
  },
  {
    why: "call to action",
    example: "Follow us on social media for updates.",
    upTo: 260,
    namesOutlet: true,
    matches: (line) =>
      !REPORTS.test(line) &&
      /^\W*(?:please )?(?:(?:you can )?(?:also )?(?:follow|like|find|join|contact|reach|tip|e-?mail|write to|connect with) (?:us|me|him|her|them|our|@\w+|[\p{L}. '’-]{2,60} (?:on|at|via) (?:twitter|facebook|instagram|x|linkedin|telegram|youtube|tiktok|bluesky|threads|his|her|[\w.]+@))|download (?:our|the)\b|support (?:our|independent|quality)|donate\b|contribute\b|become a (?:member|subscriber|supporter)|have a (?:story|tip|news tip)|got a (?:story|tip|news tip|confidential tip)|do you have (?:a|any) (?:story|tip|news tip|comments?|feedback)|send (?:us )?(?:your|a) (?:tips?|stor(?:y|ies)|comments?|feedback|letters?)|(?:if you )?(?:like|enjoyed?|liked) (?:this|what you)|share (?:this|your)|you can share|stay (?:up to date|informed|connected|tuned)|for more (?:news|stories|information|on this|updates)|check out (?:our|more|the)|learn more\b|visit our\b|tune in\b|buy (?:now|tickets)|shop now)/iu.test(
        line,
      ),
  },
  {
    why: "newsletter prompt",
    example: "Sign up for our morning newsletter",
    upTo: 420,
    namesOutlet: true,
    matches: (line) =>
      /^\W*(?:sign up|sign in|log ?in|log out|register|subscribe|already a (?:subscriber|member)|create (?:a|an|your) (?:free )?account|try .{0,30}free|start your (?:free )?trial|get (?:unlimited|full|digital) (?:access|digital)|enter your e-?mail|e-?mail address|your e-?mail)\b/i.test(
        line,
      ) ||
      (!REPORTS.test(line) &&
        /\b(?:(?:to|in|into) your (?:inbox|mailbox|e-?mail)|(?:our|free|daily|weekly|morning|evening) (?:e-?mail )?newsletters?|newsletters? (?:sign|terms)|(?:unsubscribe|opt out) at any time|by (?:signing up|subscribing|clicking|registering|submitting)|(?:subscribe|subscription) (?:today|now|options)|subscribe to (?:our|the|read|continue)|special offers|breaking news alerts|this (?:article|content|story) is (?:only )?(?:available|reserved|exclusive)(?: only)? (?:to|for) (?:subscribers|members|registered))\b/i.test(
          line,
        )),
  },
  {
    why: "site notice",
    example: "All rights reserved.",
    upTo: 700,
    namesOutlet: true,
    matches: (line) =>
      /^\W*(?:©|\(c\)|copyright\b)|\ball rights? reserved\b|\bmay not be (?:published|reproduced|broadcast|rewritten|redistributed|copied)\b|\bterms (?:of (?:use|service)|and conditions|& conditions) (?:and|apply|of|&|\|)|\bprivacy (?:policy|notice|statement)\b|\b(?:we|site|website|us) uses? cookies\b|\bcookies? (?:policy|settings|preferences)\b|\baccept (?:all )?cookies\b|\baffiliate (?:links?|commission)|\bearn (?:a|an affiliate) commission\b|\breCAPTCHA\b|\bad(?:vertisement)? blocker\b|\benable javascript\b|\bad choices\b/i.test(
        line,
      ),
  },
  {
    why: "site notice",
    example: "The views expressed here are the author's own.",
    upTo: 420,
    namesOutlet: true,
    matches:
      /^\W*(?:the )?(?:statements, )?(?:views?|opinions?)(?:,? (?:views?|opinions?|and|or|statements))* (?:and opinions )?(?:expressed|presented|in this)\b|\bdo(?:es)? not necessarily (?:reflect|represent)\b|^(?:this (?:story|article|report|transcript) (?:has been|was|is) (?:updated|corrected|edited|auto-generated|published|reproduced|republished|based on|translated|part of))\b|^(?:correction|editor['’]s note|clarification|disclaimer|disclosure)\b ?:/i,
  },
  {
    why: "credit line",
    example: "Reporting by our staff; editing by the desk",
    upTo: 320,
    matches:
      /^\W*(?:(?:additional |with )?(?:reporting|writing|research|editing|translation|graphics|production) (?:by|from)\b|with (?:post wires|wires|agenc(?:y|ies)|reporting|files|inputs?|a?p|afp|reuters)\b(?=.{0,60}$)|.{2,160}\bcontributed (?:reporting\b|to (?:this|the) (?:report|story|article))|(?:source|via|agency|agencies|courtesy) ?: ?.{1,60}$|(?:agencies|reuters|afp|ap|ians|pti|ani|tass|xinhua|news agencies|wires?)(?: ?[,&/|+-] ?(?:agencies|reuters|afp|ap|ians|pti|ani|tass|xinhua|wires?))*$)/iu,
  },
  {
    why: "reading aid",
    example: "4 min read",
    upTo: 80,
    matches:
      /^\W*(?:\d+ ?-?(?:min(?:ute)?s?|sec(?:ond)?s?)(?: read| listen| watch)?|(?:estimated )?read(?:ing)? time\b.*|\d+ (?:hours?|days?|minutes?|weeks?|months?) ago|listen to (?:this )?(?:article|story).*|text size.*|font size.*|play(?: video)?|pause|mute|unmute|now playing|video player.*|loading\.*|close|menu|search|home|print|a[+-]|copy|skip ad|live|(?:\d+[\d,.]*[km]? )?(?:views?|shares?|likes?)|\d{1,2}:\d{2}(?: ?\/ ?\d{1,2}:\d{2})?)\W*$/i,
  },
  {
    why: "advertisement",
    example: "Advertisement",
    upTo: 140,
    matches:
      /^\W*(?:advertis(?:e?ment|ing)s?|ads?|sponsored(?: (?:content|by .*))?|promoted(?: content)?|paid content|advertisement\W+(?:story|article|scroll|content|continues?)\b.*|story continues (?:below|after).*|article continues (?:below|after).*|scroll (?:down|to) (?:continue|for).*|supported by|powered by .{1,40}|presented by .{1,40}|ad feedback)\W*$/i,
  },
  {
    why: "share bar",
    example: "Share on Facebook Tweet",
    upTo: 160,
    matches: (line) => /[a-z]/i.test(line) && SHARE_WORDS.test(line),
  },
  {
    why: "share bar",
    example: "@example",
    upTo: 90,
    matches:
      /^\W*(?:follow )?@\w{2,30}\W*$|^(?:view|see) (?:this )?(?:post|tweet|image|photo) on \w+|^a post shared by\b|^(?:pic\.twitter\.com|https?:\/\/t\.co)\/\w+$/i,
  },
  { why: "address", example: "https://example.com/more", upTo: 2000, matches: /^<?(?:https?:\/\/|www\.)\S+>?$/i },
  { why: "no words", example: "* * *", upTo: 400, matches: (line) => !/[\p{L}\p{N}]/u.test(line) },
];

/** Headings after which a site lists other things until its end, or until running text comes again. */
export const LIST_HEADING =
  /^\W*(?:(?:you (?:may|might) (?:also )?(?:like|be interested in)|related(?: (?:stories|articles?|story|news|content|coverage|posts|links|topics|reading|videos?))?|most (?:popular|read|viewed|watched|shared|commented)(?: (?:stories|articles|videos?|news|now|in .{1,20}))?|popular(?: (?:stories|posts|news|now))?|trending(?: (?:now|stories|news|topics))?|top (?:stories|news|headlines)|latest(?: (?:news|stories|headlines|videos?|updates|posts))?|recommended(?: (?:stories|for you|reading|articles))?|more (?:stories|news|headlines|from .{1,40}|in .{1,30}|on this (?:story|topic)|like this|to (?:read|explore))|editor['’]?s['’]? (?:picks?|choice)|recent (?:posts|stories|articles|news|comments)|our (?:latest|top|picks).{0,20}|what to read next|read next|from our partners|around the web|from the web|sponsored (?:stories|links|content)|promoted (?:stories|links|content)|don['’]t miss|up next|see also|comments?|(?:leave a|post a) (?:comment|reply)|share this(?:.{0,20})?|about the author|next (?:article|story|post)|previous (?:article|story|post)|also (?:on|in) .{1,30}))\W*$/i;

/** The first rule that calls this line clutter, or null. */
export function clutterRule(line: string): LineRule | null {
  // A sentence that opens with a quotation mark is somebody's words, whatever they call upon others to do.
  if (/^["“„«]/.test(line) && REPORTS.test(line)) return null;
  for (const rule of LINE_RULES) {
    if (line.length > (rule.upTo ?? 200)) continue;
    const hit = typeof rule.matches === "function" ? rule.matches(line) : rule.matches.test(line);
    if (hit) return rule;
  }
  return null;
}

/** Who owns a picture, as captions say it at their end. */
export function hasPhotoCredit(line: string): boolean {
  if (/^[“"]/.test(line)) return false;
  if (/(?:^|[\s(])© ?[\p{L}\d]/u.test(line)) return line.length <= 600 && !/\ball rights\b/i.test(line);
  return PHOTO_CREDIT.test(line.slice(-120));
}

const PHOTO_CREDIT =
  /\bphoto(?:graph)?s? ?(?:by|via|credit|courtesy|:)|(?:via|\/ ?|\| ?|, |\()(?:ap|afp|reuters|getty(?: images)?|epa(?:-efe)?|shutterstock|alamy|sputnik|anadolu|tass|xinhua|pool)(?: (?:photo|images?|file))?\)?\.?$|\b(?:getty images|afp via getty|ap photo|pool photo|reuters)\/(?!ipsos)[\p{L} .'’-]{2,50}\)?\.?$|\(ap photo|\bvia (?:ap|reuters|afp|getty images|storyful)\.?$|\bimage credit\b|\bcredit\.\.\.|\((?:photo|image|picture|credit|reuters|ap|afp|getty)\b[^)]{0,60}\)\.?$/iu;

function capitalised(line: string): string {
  return line.slice(0, 1).toLowerCase() + line.slice(1);
}

function isSentence(line: string): boolean {
  return (
    isTerminated(line) && wordCount(line) > 6 && /\b(?:is|are|was|were|has|have|had|will|would|said|says)\b/.test(line)
  );
}

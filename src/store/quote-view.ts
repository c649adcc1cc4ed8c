// Quote rows as the contract shows them, with their article, speaker, statement and where else it was reported.
import type { Place } from "../model/annotation.ts";
import type { Published } from "../model/dates.ts";
import type { VoiceKind } from "../model/quote.ts";
import type { Piece, QuoteView, Report } from "./contract/quotes.ts";
import type { Sql } from "./engine.ts";
import { listOf } from "./lists.ts";
import { wordsIn } from "./pieces.ts";
import { KINDS } from "./quote-row.ts";
import { type SaidColumns, saidFrom } from "./statement-said.ts";

const MOST_REPORTS = 5;

interface ReportColumns {
  readonly article_id: number;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published_value: string | null;
  readonly published_precision: Published["precision"];
}

interface QuoteRow extends ReportColumns, SaidColumns {
  readonly id: number;
  readonly kind: number;
  readonly voice: VoiceKind;
  readonly speaker_id: number | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly place: number;
  readonly pieces: string;
  readonly statement_id: number;
  readonly outlets: number;
  readonly wordings: number;
  readonly state: QuoteView["state"];
}

interface ReportRow extends ReportColumns {
  readonly statement_id: number;
}

const REPORT = "a.id article_id, o.name outlet, a.title, a.url, a.published_value, a.published_precision";

/** A quote and the statement it belongs to, as whoever looks for quotes finds them. */
export interface Stated {
  readonly id: number;
  readonly statement_id: number;
}

/** Views of these quotes that the viewer may see, in the order given. */
export async function viewsOf(sql: Sql, found: readonly Stated[], viewer: string | null): Promise<QuoteView[]> {
  if (found.length === 0) return [];
  const list = listOf(found.map(({ id }) => id));
  // Asked together: a database server answers both in the time of one.
  const reading = sql.all<QuoteRow>(
    `select q.id, q.kind, q.voice, q.speaker_id, s.name, q.role, q.place, q.pieces, q.statement_id, t.outlets, t.wordings,
       q.state, q.said_value, q.said_precision, q.said_evidence, ${REPORT}
     from quote q join article a on a.id = q.article_id join statement t on t.id = q.statement_id
       left join outlet o on o.id = a.outlet_id left join speaker s on s.id = q.speaker_id
     where q.id in ${list.marks} and q.audience in ('', ?)`,
    [...list.values, viewer ?? ""],
  );
  const [rows, reports] = await Promise.all([reading, reportsOf(sql, found, viewer)]);
  const byId = new Map(rows.map((row) => [row.id, viewOf(row, reports.get(row.statement_id) ?? [])]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

/**
 * By statement, of the statements that these quotes belong to. What one outlet alone carries was reported by nobody else; what a
 * chat linked itself is not counted.
 */
async function reportsOf(sql: Sql, found: readonly Stated[], viewer: string | null): Promise<Map<number, ReportRow[]>> {
  const statements = listOf([...new Set(found.map((quote) => quote.statement_id))]);
  const rows = await sql.all<ReportRow>(
    `select q.statement_id, ${REPORT}
     from statement t join quote q on q.statement_id = t.id
       join article a on a.id = q.article_id left join outlet o on o.id = a.outlet_id
     where t.id in ${statements.marks} and (t.outlets > 1 or ? <> '') and q.audience in ('', ?)
     order by a.published_day = '', a.published_day, a.id`,
    [...statements.values, viewer ?? "", viewer ?? ""],
  );
  return Map.groupBy(rows, (row) => row.statement_id);
}

function viewOf(row: QuoteRow, reports: readonly ReportRow[]): QuoteView {
  const content = JSON.parse(row.pieces) as Piece[][];
  const place: Place = row.place < 0 ? { in: "body" } : { in: "post", index: row.place };
  return {
    id: row.id,
    kind: KINDS[row.kind] ?? "indirect",
    voice: row.voice,
    words: wordsIn(content),
    content,
    speaker: row.speaker_id === null ? null : { id: row.speaker_id, name: row.name ?? "" },
    role: row.role,
    said: saidFrom(row),
    article: reportOf(row),
    place,
    statement: row.statement_id,
    outlets: row.outlets,
    wordings: row.wordings,
    alsoReportedBy: others(row, reports),
    state: row.state,
  };
}

function reportOf(row: ReportColumns): Report {
  return {
    article: row.article_id,
    outlet: row.outlet,
    title: row.title,
    url: row.url,
    published: { value: row.published_value, precision: row.published_precision },
  };
}

function others(row: QuoteRow, reports: readonly ReportRow[]): Report[] {
  const seen = new Set<string | number>([row.outlet ?? "", row.article_id]);
  const found: Report[] = [];
  for (const report of reports) {
    // Articles of no known outlet are told apart by themselves.
    const source = report.outlet ?? report.article_id;
    if (seen.has(source) || seen.has(report.article_id)) continue;
    seen.add(source);
    found.push(reportOf(report));
    if (found.length === MOST_REPORTS) break;
  }
  return found;
}

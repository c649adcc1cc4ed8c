// Chats: settings, reach, waits, and moving house.
import { type Chat, chatKey } from "../model/chat.ts";
import type { ChatRow, ChatSettings, ChatState, ChatStore } from "./contract/chats.ts";
import type { Engine, Sql } from "./engine.ts";
import { shownOrNull } from "./moment.ts";

/** The three columns that name a chat. */
export function chatColumns(chat: Chat): [platform: string, id: string, thread: string] {
  return [chat.platform, chat.id, chat.thread ?? ""];
}

export interface ChatColumns {
  readonly platform: Chat["platform"];
  readonly chat_id: string;
  readonly thread: string;
}

export function chatFrom(row: ChatColumns): Chat {
  return { platform: row.platform, id: row.chat_id, thread: row.thread === "" ? null : row.thread };
}

const THIS_CHAT = "platform = ? and chat_id = ? and thread = ?";
const DEFAULTS: ChatSettings = { zone: null, quiet: null };

export function chatStore(engine: Engine): ChatStore {
  return {
    get: (chat) => engine.glance((sql) => get(sql, chat)),
    setSettings: (chat, settings) => engine.write((sql) => set(sql, chat, "settings", settings)),
    setState: (chat, state) => engine.write((sql) => set(sql, chat, "state", state)),
    waitUntil: (chat, until) => engine.write((sql) => waitUntil(sql, chat, until)),
    moved: (from, to) => engine.write((sql) => moved(sql, from, to), "corpus"),
    once: (chat, key, now) => engine.write((sql) => once(sql, chat, key, now)),
    forget: (chat, key) =>
      engine.write(async (sql) => {
        await sql.run(`delete from chat_once where ${THIS_CHAT} and key = ?`, [...chatColumns(chat), key]);
      }),
  };
}

async function get(sql: Sql, chat: Chat): Promise<ChatRow> {
  const row = await sql.get<{ settings: string | null; state: string | null; wait_until: number | null }>(
    `select c.settings, c.state, w.wait_until
     from (select 1) always left join (select * from chat where ${THIS_CHAT}) c on true
       left join (select * from chat_wait where platform = ? and chat_id = ?) w on true`,
    [...chatColumns(chat), chat.platform, chat.id],
  );
  return {
    chat,
    settings: row?.settings ? (JSON.parse(row.settings) as ChatSettings) : DEFAULTS,
    state: row?.state ? (JSON.parse(row.state) as ChatState) : { kind: "reachable" },
    waitUntil: shownOrNull(row?.wait_until ?? null),
  };
}

async function set(sql: Sql, chat: Chat, column: "settings" | "state", value: ChatSettings | ChatState): Promise<void> {
  await sql.run(
    `insert into chat (platform, chat_id, thread, ${column}) values (?, ?, ?, ?)
     on conflict (platform, chat_id, thread) do update set ${column} = excluded.${column}`,
    [...chatColumns(chat), JSON.stringify(value)],
  );
}

async function waitUntil(sql: Sql, chat: Chat, until: Temporal.Instant): Promise<void> {
  await sql.run(
    `insert into chat_wait (platform, chat_id, wait_until) values (?, ?, ?)
     on conflict (platform, chat_id) do update set wait_until = excluded.wait_until
     where excluded.wait_until > chat_wait.wait_until`,
    [chat.platform, chat.id, until.epochMilliseconds],
  );
}

async function once(sql: Sql, chat: Chat, key: string, now: Temporal.Instant): Promise<boolean> {
  const inserted = await sql.run(
    "insert into chat_once (platform, chat_id, thread, key, at) values (?, ?, ?, ?, ?) on conflict do nothing",
    [...chatColumns(chat), key, now.epochMilliseconds],
  );
  return inserted > 0;
}

/** What a place's own tables hold beside its id. */
const CHAT_TABLES = [
  ["chat", "thread, settings, state"],
  ["chat_wait", "wait_until"],
  ["chat_once", "thread, key, at"],
] as const;

/** Rows of the old id make way for what the new one has already. */
async function moved(sql: Sql, from: Chat, to: Chat): Promise<void> {
  const place = [from.platform, from.id];
  const target = [to.platform, to.id];
  if (from.platform === to.platform && from.id === to.id) return;
  for (const [table, rest] of CHAT_TABLES) {
    await sql.run(
      `insert into ${table} (platform, chat_id, ${rest}) select ?, ?, ${rest} from ${table} where platform = ? and chat_id = ?
       on conflict do nothing`,
      [...target, ...place],
    );
    await sql.run(`delete from ${table} where platform = ? and chat_id = ?`, place);
  }
  for (const table of ["subscription", "delivery"]) {
    await sql.run(`update ${table} set platform = ?, chat_id = ? where platform = ? and chat_id = ?`, [
      ...target,
      ...place,
    ]);
  }
  await moveAudience(sql, chatKey({ ...from, thread: null }), chatKey({ ...to, thread: null }));
}

/** What was linked in the place or one of its threads is theirs under the new key. */
async function moveAudience(sql: Sql, from: string, to: string): Promise<void> {
  const theirs = "(audience = ? or substr(audience, 1, ?) = ?)";
  const values = [from, from.length + 1, `${from}:`];
  const articles = await sql.all<{ id: number; audience: string }>(
    `select id, audience from article where audience <> '' and ${theirs}`,
    values,
  );
  for (const article of articles) {
    const audience = to + article.audience.slice(from.length);
    await sql.run("update article set audience = ? where id = ?", [audience, article.id]);
    await sql.run("update quote set audience = ? where article_id = ?", [audience, article.id]);
  }
  await sql.run(`update statement set audience = ? || substr(audience, ?) where audience <> '' and ${theirs}`, [
    to,
    from.length + 1,
    ...values,
  ]);
  await sql.run(
    `insert into address (url, audience, article_id) select url, ? || substr(audience, ?), article_id from address
     where audience <> '' and ${theirs} on conflict do nothing`,
    [to, from.length + 1, ...values],
  );
  await sql.run(`delete from address where audience <> '' and ${theirs}`, values);
}

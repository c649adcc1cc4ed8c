// Notes: texts by key, with the moment they were last put.
import type { NoteStore } from "./contract/notes.ts";
import type { Engine } from "./engine.ts";

export function noteStore(engine: Engine): NoteStore {
  return {
    put: (key, text) =>
      engine.write(async (sql) => {
        await sql.run(
          `insert into note (key, content, put_at) values (?, ?, ${engine.clock})
           on conflict (key) do update set content = excluded.content, put_at = excluded.put_at`,
          [key, text],
        );
      }),
    get: (key) =>
      engine.read(async (sql) => {
        const row = await sql.get<{ content: string }>("select content from note where key = ?", [key]);
        return row?.content ?? null;
      }),
    forget: (olderThanMs) =>
      engine.write((sql) => sql.run(`delete from note where put_at < ${engine.clock} - ?`, [olderThanMs])),
  };
}

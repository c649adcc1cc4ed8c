// Draws Posts as people see them: `npm run preview -- FOLDER [NAME or /COMMAND…]` puts PNG files, in both platforms'
// looks, wide and as on a phone, into the folder: of the samples, or of what the bot answers to a command.
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Post } from "../../src/model/post.ts";
import { openBrowser, takePicture } from "./browser.ts";
import { discordPage } from "./discord-look.ts";
import { SAMPLES } from "./samples.ts";
import { telegramPage } from "./telegram-look.ts";

const LOOKS = { discord: discordPage, telegram: telegramPage } as const;
const WIDTHS = { wide: 760, phone: 375 } as const;
const ROOT = join(import.meta.dirname, "../..");

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Name the folder to put the pictures into: npm run preview -- FOLDER [NAME or /COMMAND…]");
  process.exit(2);
}
const posts = new Map<string, { readonly post: Post; readonly asked: string | null }>();
for (const name of wanted.length > 0 ? wanted : Object.keys(SAMPLES)) {
  const sample = SAMPLES[name];
  if (sample !== undefined) posts.set(name, { post: sample, asked: null });
  else if (name.startsWith("/"))
    posts.set(name.slice(1).replace(/\W+/g, "-").slice(0, 60), {
      post: await answerTo(name),
      asked: name.split(" --now ")[0] ?? name,
    });
  else {
    console.error(`No sample is called ${name}; there are ${Object.keys(SAMPLES).join(", ")}.`);
    process.exit(2);
  }
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  for (const [name, { post, asked }] of posts) {
    for (const [look, page] of Object.entries(LOOKS)) {
      const html = await page(post, asked);
      for (const [size, width] of Object.entries(WIDTHS)) {
        const file = join(folder, `${name}-${look}-${size}.png`);
        await writeFile(file, await takePicture(browser, html, width));
        console.log(file);
      }
    }
  }
} finally {
  await browser.close();
}

/** What the bot itself answers, asked as `npm run ask` does; `/digest daily --now 2021-11-19T08:00Z` asks on that day. */
async function answerTo(asked: string): Promise<Post> {
  const [command = "", now] = asked.split(" --now ");
  const words = ["src/main.ts", "ask", "--json", command, ...(now === undefined ? [] : ["--now", now])];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: ROOT });
  return JSON.parse(stdout) as Post;
}

// Draws Posts as people see them: `npm run preview -- FOLDER [NAME…]` puts PNG files of every sample, in both
// platforms' looks, wide and as on a phone, into the folder.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser, takePicture } from "./browser.ts";
import { discordPage } from "./discord-look.ts";
import { SAMPLES } from "./samples.ts";
import { telegramPage } from "./telegram-look.ts";

const LOOKS = { discord: discordPage, telegram: telegramPage } as const;
const WIDTHS = { wide: 760, phone: 375 } as const;

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Name the folder to put the pictures into: npm run preview -- FOLDER [NAME…]");
  process.exit(2);
}
const unknown = names.filter((name) => !(name in SAMPLES));
if (unknown.length > 0) {
  console.error(`No sample is called ${unknown.join(", ")}; there are ${Object.keys(SAMPLES).join(", ")}.`);
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  for (const [name, post] of Object.entries(SAMPLES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const [look, page] of Object.entries(LOOKS)) {
      const html = await page(post);
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

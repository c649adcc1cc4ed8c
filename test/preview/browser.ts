// A headless browser that sees only files of this project: pages in, PNG out.
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { type Browser, chromium } from "playwright-core";

const ROOT = join(import.meta.dirname, "../..");
/** Never looked up: every request is answered from here or refused. */
const ORIGIN = "http://preview.invalid";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

/** Debian's Chromium, or the one CHROMIUM names. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Takes a picture of the page's `main` element, at twice the pixels. */
export async function takePicture(browser: Browser, html: string, width: number): Promise<Uint8Array> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: 2 });
  try {
    await page.route("**/*", async (route) => {
      const { pathname, origin } = new URL(route.request().url());
      if (origin !== ORIGIN) return route.abort();
      if (pathname === "/") return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
      const file = normalize(join(ROOT, decodeURIComponent(pathname)));
      if (!file.startsWith(join(ROOT, "node_modules"))) return route.abort();
      return route.fulfill({
        contentType: TYPES[extname(file)] ?? "application/octet-stream",
        body: await readFile(file),
      });
    });
    page.on("pageerror", (error) => console.error(`preview page: ${error.message}`));
    await page.goto(ORIGIN);
    await page.evaluate("document.fonts.ready");
    await page.waitForFunction("document.body.dataset.ready !== 'no'");
    return await page.locator("main").screenshot();
  } finally {
    await page.close();
  }
}

// Takes the pictures that pages.json lists, of a running service: node take.mjs http://localhost:5080 FOLDER [name...]
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [url, folder, ...names] = process.argv.slice(2);
const pages = JSON.parse(readFileSync(new URL('pages.json', import.meta.url))).filter(page => !names.length || names.includes(page.name));
const browser = await chromium.launch({ executablePath: process.env.CDS_TEST_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const page of pages) for (const language of ['en', 'ja']) for (const width of [360, 1280, 1920]) for (const scheme of ['light', 'dark']) {
  const context = await browser.newContext({ baseURL: url, viewport: { width, height: page.height ?? 900 }, colorScheme: scheme, reducedMotion: 'reduce' });
  const window = await context.newPage();
  if (page.patient) {
    await window.goto(`/app?lang=${language}`);
    await window.click(`button[value="${page.patient}"]`);
    await window.waitForSelector('.standing-now');
  }
  await window.goto(`${page.path}?lang=${language}${page.query ? '&' + page.query : ''}`);
  if (await window.locator('.plot, .months').count()) await window.waitForSelector('.drawn');
  if (page.press) {
    await window.click(page.press);
    await window.waitForSelector(page.await);
  }
  const file = `${folder}/${page.name}-${language}-${width}${scheme === 'dark' ? '-dark' : ''}.jpg`;
  await window.screenshot({ path: file, fullPage: !page.height, type: 'jpeg', quality: 72 });
  console.log(file);
  await context.close();
}
await browser.close();

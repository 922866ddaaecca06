// Many pictures on one, to be looked at together: of long ones the beginning.
import { readFileSync } from 'node:fs';

/** Widths in pixels, of a picture on the sheet. */
const THUMBNAIL = 460;

/**
 * Writes a sheet of pictures, in rows of `columns`, each under its name.
 * @param {import('playwright-core').Browser} browser
 * @param {readonly { name: string, file: string }[]} pictures
 * @param {number} columns
 * @param {string} target
 */
export async function writeContactSheet(browser, pictures, columns, target) {
  const figures = pictures.map(({ name, file }) => {
    const data = readFileSync(file).toString('base64');
    return `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${data}"></figure>`;
  });
  const style = `body { display: grid; grid-template-columns: repeat(${columns}, ${THUMBNAIL}px); gap: 8px; margin: 8px;
    font: 12px sans-serif; background: #808080 } figure { margin: 0 } img { width: 100%; max-height: 900px; object-fit: cover;
    object-position: top }`;
  const tab = await browser.newPage({ viewport: { width: columns * (THUMBNAIL + 8) + 16, height: 900 } });
  await tab.setContent(`<style>${style}</style>${figures.join('')}`);
  await tab.screenshot({ path: target, fullPage: true });
  await tab.close();
}

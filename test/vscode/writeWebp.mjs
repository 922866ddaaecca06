import { readFileSync, writeFileSync } from 'node:fs';
import { launchChromium } from './launchChromium.mjs';

/** Of 0 to 1: text stays sharp, in less than half the bytes of a PNG. */
const QUALITY = 0.7;

/**
 * @typedef {object} Picture
 * @property {string} from A PNG.
 * @property {string} to
 * @property {{ left: number, top: number, width: number, height: number }} [part] In pixels; without it, all of it.
 */

/**
 * Writes pictures as WebP, which a browser makes of them: the package that ships has room for no more. @param {readonly
 * Picture[]} pictures
 */
export async function writeWebp(pictures) {
  const { browser, watched } = await launchChromium();
  try {
    for (const { from, to, part } of pictures) {
      const png = `data:image/png;base64,${readFileSync(from).toString('base64')}`;
      const webp = await watched.page.evaluate(drawn, { png, part, quality: QUALITY });
      writeFileSync(to, Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64'));
    }
  } finally {
    await browser.close();
  }
}

/** Runs in the browser. @param {{ png: string, part: Picture['part'], quality: number }} picture */
async function drawn({ png, part, quality }) {
  const image = new Image();
  image.src = png;
  await image.decode();
  const { left, top, width, height } = part ?? { left: 0, top: 0, width: image.width, height: image.height };
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(image, -left, -top);
  return canvas.toDataURL('image/webp', quality);
}

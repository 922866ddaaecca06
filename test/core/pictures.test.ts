import assert from 'node:assert/strict';
import { mailFlowPicture } from '../../src/core/export/svg/mailFlowPicture';
import { DRAWING_WIDTH, PICTURE_WIDTH } from '../../src/core/export/svg/picture';
import { tlsDaysPicture, tlsPiePicture } from '../../src/core/export/svg/tlsPictures';
import { markedDays, volumeArea, volumeLine } from '../../src/core/export/svg/volumePaths';
import type { TlsState } from '../../src/core/model/tls';
import type { DayVolume } from '../../src/core/report/dayVolume';
import { parseStrictly } from './strictHtml';

const texts = {
  title: 'Messages per day',
  subtitle: '2026-03-02 to 2026-03-08 (UTC) · a.csv',
  notes: ['Only a note.'],
};
const words = { name: (state: TlsState) => state.toUpperCase(), value: (state: TlsState) => `value of ${state}` };
const days = ['Mar 2', 'Mar 3', 'Mar 4'];
const line = (name: string, volumes: readonly DayVolume[]) => ({
  name,
  value: '7',
  volumes,
  marker: 'M0-4L4 4H-4Z',
  isOthers: false,
});
const mailFlow = (names: readonly string[], volumes: readonly DayVolume[] = [1, 5, 3]) =>
  mailFlowPicture(texts, {
    days: days.slice(0, volumes.length),
    total: { name: 'Total', value: '9', volumes },
    lines: names.map((name) => line(name, volumes)),
    formatCount: String,
  });
const PICTURES = {
  'mail flow': mailFlow(['Contoso', 'Fabrikam', 'Northwind', 'Litware', 'Tailspin']),
  'a single day': mailFlow(['Contoso'], [5]),
  'no message': mailFlow([], [0, 0, 0]),
  'days that a filter leaves out': mailFlow(['Contoso'], [4, 'leftOut', 2]),
  'nothing but days that are left out': mailFlow(['Contoso'], ['notTold', 'leftOut', 'notTold']),
  pie: tlsPiePicture(texts, [3, 0, 0, 1, 0, 99_990, 6, 7], words),
  'one slice': tlsPiePicture(texts, [0, 0, 0, 0, 0, 5, 0, 0], words),
  'TLS per day': tlsDaysPicture(
    texts,
    {
      days,
      perDay: [
        [1, 0, 0, 0, 0, 999, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 9],
        [0, 0, 0, 0, 0, 0, 0, 0],
      ],
      formatShare: (share) => `${100 * share}%`,
    },
    words,
  ),
};

describe('a picture of a chart', () => {
  for (const [name, svg] of Object.entries(PICTURES)) {
    it(`stands by itself: ${name}`, () => {
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 960 \d+(\.\d+)?" width="960"/);
      assert.ok(svg.endsWith('</svg>'));
      assert.match(svg, /<rect width="960" height="[\d.]+" fill="#fff"\/>/, 'on white');
      for (const text of [texts.title, texts.subtitle, ...texts.notes]) {
        assert.ok(svg.includes(text), text);
      }
      assert.doesNotMatch(svg, /NaN|undefined|Infinity|var\(|href|<script|<style|class=/);
      parseStrictly(svg);
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) {
        assert.ok(svg.includes(`id="${id}"`), `${id} is defined in the picture`);
      }
    });
  }

  it('has a legend with names and figures, of what occurs', () => {
    assert.match(PICTURES['mail flow'], />Fabrikam<.*>7</);
    assert.match(PICTURES.pie, />NONE<.*>value of none</);
    assert.doesNotMatch(PICTURES.pie, />TLS1\.1<|>UNKNOWN</);
  });

  it('takes names as text, and shortens those that there is no room for', () => {
    const svg = mailFlow(['<script>alert("1")</script> & Söhne', 'x'.repeat(500)]);
    assert.doesNotMatch(svg, /<script/);
    assert.match(svg, /&#60;script&#62;/);
    assert.match(svg, />x{20,120}…</);
    parseStrictly(svg);
  });

  it('draws nothing beside itself', () => {
    assert.ok(DRAWING_WIDTH < PICTURE_WIDTH);
    for (const svg of Object.values(PICTURES)) {
      const height = Number(/ height="([\d.]+)"/.exec(svg)?.[1]);
      for (const [, y] of svg.matchAll(/ y="([\d.-]+)"/g)) {
        assert.ok(Number(y) <= height, `${y} of ${height}`);
      }
    }
  });

  it('shows every state of a day, however few messages it has', () => {
    const bars = [...PICTURES['TLS per day'].matchAll(/height="([\d.]+)" fill="url\(#tls-none\)"/g)];
    const heights = bars.map(([, height]) => Number(height)).filter((height) => height !== 16);
    assert.equal(heights.length, 1);
    assert.ok((heights[0] ?? 0) >= 1.5, String(heights));
    assert.match(PICTURES['TLS per day'], /stroke-dasharray="3 3"/, 'an outline where nothing is known');
  });
});

describe('the lines of the Mail flow chart', () => {
  const plot = {
    left: 0,
    right: 40,
    floor: 100,
    x: (day: number) => 10 * day,
    y: (messages: number) => 100 - messages,
  };
  const volumes: readonly DayVolume[] = [1, 'leftOut', 3, 0, 'notTold'];

  it('have a gap, and no zero, where a filter leaves a day out', () => {
    assert.equal(volumeLine(volumes, plot), 'M0 99M20 97L30 100');
    assert.deepEqual(volumeArea(volumes, plot), {
      area: 'M0 99L2.5 99L2.5 100L0 100ZM20 97L30 100L30 100L20 100Z',
      edge: 'M0 99L2.5 99M20 97L30 100',
    });
  });

  it('have a marker on days that no line reaches', () => {
    assert.deepEqual(markedDays(volumes, 100), [0]);
    assert.deepEqual(markedDays(volumes, 2), [0, 2]);
    assert.deepEqual(markedDays(volumes, 100, 3), [0, 3]);
  });
});

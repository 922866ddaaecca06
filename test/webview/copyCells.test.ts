import assert from 'node:assert/strict';
import { copiedText } from '../../webview/details/copyCells';

const titles = ['Date', 'Connector'];
const cells = [
  ['2026-03-08', 'From your partner - A|B *x*'],
  ['2026-03-07', 'C\tD\r\n<img>'],
];

describe('what is copied from the details table', () => {
  it('is text with tabs between cells and a line for each row', () => {
    assert.equal(copiedText([['12.0% (340)']], ['TLS 1.0'], { as: 'text', withHeaders: false }), '12.0% (340)');
    assert.equal(
      copiedText(cells, titles, { as: 'text', withHeaders: true }),
      'Date\tConnector\n2026-03-08\tFrom your partner - A|B *x*\n2026-03-07\tC D <img>',
    );
  });

  it('is a Markdown table in which a name is no markup', () => {
    assert.equal(
      copiedText(cells, titles, { as: 'markdown', withHeaders: true }),
      [
        '| Date | Connector |',
        '| --- | --- |',
        '| 2026-03-08 | From your partner - A\\|B \\*x\\* |',
        '| 2026-03-07 | C D \\<img\\> |',
        '',
      ].join('\n'),
    );
    assert.equal(copiedText([['a', 'b&amp;']], titles, { as: 'markdown', withHeaders: false }), '| a | b\\&amp; |\n');
  });
});

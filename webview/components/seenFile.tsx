import { fill } from '../../src/core/report/wording';
import type { SeenFile } from '../../src/protocol/messages';
import type { PageStrings } from '../../src/protocol/strings';
import { usePage } from '../pageContext';

/** So many titles are shown; no export that is worth a look has more that help to recognise it. */
const SHOWN = 60;

const TABLES: Readonly<Record<string, keyof PageStrings>> = {
  ',': 'seen.comma',
  ';': 'seen.semicolon',
  '\t': 'seen.tab',
  '|': 'seen.bar',
};

/** What was seen of a file that could not be read: encoding, shape, titles. */
export function Seen({ seen }: { readonly seen: SeenFile }) {
  const { strings, count } = usePage();
  const { encoding, titles } = seen;
  return (
    <div class="seen" id="seen">
      <h3>{strings['seen.heading']}</h3>
      <dl>
        <div>
          <dt>{strings['seen.encoding']}</dt>
          <dd data-seen="encoding">{encoding}</dd>
        </div>
        <div>
          <dt>{strings['seen.shape']}</dt>
          <dd data-seen="shape">{strings[shapeOf(seen)]}</dd>
        </div>
        {titles.length > 0 && (
          <div>
            <dt id="seen-titles">{fill(strings['seen.titles'], count(titles.length))}</dt>
            <dd>
              <ul class="plain titles" aria-labelledby="seen-titles">
                {titles.slice(0, SHOWN).map((title) => (
                  <li key={title} class="title">
                    {title}
                  </li>
                ))}
                {titles.length > SHOWN && (
                  <li class="muted">{fill(strings['seen.moreTitles'], count(titles.length - SHOWN))}</li>
                )}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function shapeOf({ layout, delimiter }: SeenFile): keyof PageStrings {
  if (layout !== 'table') {
    return `seen.${layout}`;
  }
  return TABLES[delimiter ?? ''] ?? 'seen.table';
}

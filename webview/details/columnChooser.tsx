import type { DetailsColumn } from '../../src/core/report/detailsColumns';
import { fill } from '../../src/core/report/wording';
import { type ColumnArrangement, DEFAULT_COLUMNS } from '../../src/protocol/choices';
import { Checkbox } from '../components/checkbox';
import { ColumnsIcon, PinIcon } from '../components/icons';
import { Link } from '../components/link';
import { PopupButton } from '../components/popupButton';
import { usePage } from '../pageContext';
import { withHidden, withPinned } from './columnChoices';

interface ColumnChooserProps {
  readonly columns: readonly DetailsColumn[];
  readonly title: (column: DetailsColumn) => string;
  readonly choices: ColumnArrangement;
  readonly onChange: (choices: ColumnArrangement) => void;
}

/** Which columns are shown, and which stay in view. One column is always left. */
export function ColumnChooser({ columns, title, choices, onChange }: ColumnChooserProps) {
  const { strings } = usePage();
  const isHidden = (column: DetailsColumn) => choices.hidden.includes(column);
  const shown = columns.filter((column) => !isHidden(column));
  return (
    <PopupButton
      id="columns"
      icon={<ColumnsIcon />}
      text={strings['columns.heading']}
      count={columns.length - shown.length}
    >
      {() => (
        <>
          <ul class="plain column-list">
            {columns.map((column) => {
              const isPinned = choices.pinned.includes(column);
              const name = fill(strings[isPinned ? 'columns.unpinNamed' : 'columns.pinNamed'], title(column));
              return (
                <li key={column} data-choose={column}>
                  <Checkbox
                    isChecked={!isHidden(column)}
                    isDisabled={shown.length === 1 && shown[0] === column}
                    onChange={(isShown) => onChange(withHidden(choices, column, !isShown))}
                  >
                    {title(column)}
                  </Checkbox>
                  <button
                    type="button"
                    class="icon-button"
                    aria-pressed={isPinned}
                    aria-label={name}
                    title={name}
                    onClick={() => onChange(withPinned(choices, column, !isPinned))}
                  >
                    <PinIcon />
                  </button>
                </li>
              );
            })}
          </ul>
          <Link class="reset-columns" onClick={() => onChange(DEFAULT_COLUMNS)}>
            {strings['columns.reset']}
          </Link>
        </>
      )}
    </PopupButton>
  );
}

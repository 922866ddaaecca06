import type { DrillPlace } from '../../src/protocol/drillPlace';
import { BackIcon, ChevronIcon } from '../components/icons';
import { Link } from '../components/link';
import { usePage } from '../pageContext';
import type { Crumb } from './drillLevels';

interface BreadcrumbProps {
  readonly crumbs: readonly Crumb[];
  readonly onOpen: (place: DrillPlace) => void;
}

/** The way to where the reader is, each step a link back. */
export function Breadcrumb({ crumbs, onOpen }: BreadcrumbProps) {
  const { strings } = usePage();
  const before = crumbs.at(-2);
  return (
    <nav class="breadcrumb" aria-label={strings['drill.path']}>
      <button
        type="button"
        class="icon-button"
        id="drill-back"
        aria-label={strings['drill.back']}
        aria-keyshortcuts="Alt+ArrowLeft"
        title={strings['drill.back']}
        disabled={before === undefined}
        onClick={() => before && onOpen(before.place)}
      >
        <BackIcon />
      </button>
      <ol class="plain">
        {crumbs.map(({ text, place }, index) => (
          <li key={index}>
            {index > 0 && <ChevronIcon />}
            {index === crumbs.length - 1 ? (
              <bdi aria-current="location">{text}</bdi>
            ) : (
              <Link onClick={() => onOpen(place)}>
                <bdi>{text}</bdi>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

import type { DefinitionFacts, MailFlowReport } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { baseName, filePosition } from './fileNames';
import { Link } from './link';

interface DefinitionProps {
  readonly report: MailFlowReport;
  readonly definition: DefinitionFacts;
}

/** How a connector is set up, as its definition tells it, and where that stands. */
export function Definition({ report, definition }: DefinitionProps) {
  const { strings, host } = usePage();
  const { forcedTls, certificate, isEnabled, file, line } = definition;
  const facts = [
    forcedTls === null ? '' : strings[forcedTls ? 'definition.forced' : 'definition.notForced'],
    certificate === null ? '' : fill(strings['definition.certificate'], certificate),
    isEnabled === false ? strings['definition.off'] : '',
  ].filter((fact) => fact !== '');
  return (
    <p class="muted" id="definition">
      {[...(facts.length > 0 ? [strings['definition.heading']] : []), ...facts].join(' ')}{' '}
      <Link
        class="to-definition"
        onClick={() => host.post({ type: 'openLine', file: filePosition(report, file), line })}
      >
        {fill(strings['definition.at'], baseName(file), String(line))}
      </Link>
    </p>
  );
}

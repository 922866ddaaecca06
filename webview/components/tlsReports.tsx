import { useState } from 'preact/hooks';
import type { MailFlowReport, TlsReportEntry } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import { usePage } from '../pageContext';
import { filePosition } from './fileNames';
import { Link } from './link';
import { PlainTable } from './plainTable';
import { failuresText, reportDays } from './reportTables';
import { Button } from './toolkit';

const SHOWN_AT_FIRST = 25;

/** What other organisations report of their sessions with ours (RFC 8460); nothing where no file tells. */
export function TlsReports({ report }: { readonly report: MailFlowReport }) {
  const { strings, count } = usePage();
  const [all, setAll] = useState(false);
  const { tlsReports } = report;
  const shown = all ? tlsReports : tlsReports.slice(0, SHOWN_AT_FIRST);
  if (tlsReports.length === 0) {
    return null;
  }
  return (
    <section id="tls-reports" aria-labelledby="tls-reports-heading">
      <h2 id="tls-reports-heading">{strings['tlsReports.heading']}</h2>
      <p class="muted">{strings['tlsReports.note']}</p>
      <PlainTable
        label={strings['tlsReports.heading']}
        columns={[
          { title: strings['tlsReports.organization'] },
          { title: strings['tlsReports.domain'] },
          { title: strings['tlsReports.days'] },
          { title: strings['tlsReports.policy'] },
          { title: strings['tlsReports.successful'], isNumber: true },
          { title: strings['tlsReports.failed'], isNumber: true },
          { title: strings['tlsReports.notEncrypted'], isNumber: true },
          { title: strings['tlsReports.failures'], class: 'failures' },
        ]}
      >
        {shown.map((entry, position) => (
          <Row key={position} entry={entry} report={report} />
        ))}
      </PlainTable>
      {shown.length < tlsReports.length && (
        <Button id="show-all-tls-reports" appearance="secondary" onClick={() => setAll(true)}>
          {fill(strings['tlsReports.showAll'], count(tlsReports.length))}
        </Button>
      )}
    </section>
  );
}

function Row({ entry, report }: { readonly entry: TlsReportEntry; readonly report: MailFlowReport }) {
  const { strings, locale, count, host } = usePage();
  const file = filePosition(report, entry.file);
  const organization = entry.organization === '' ? strings.notTold : entry.organization;
  return (
    <tr data-organization={entry.organization} data-domain={entry.domain}>
      <th scope="row">
        {file < 0 ? (
          organization
        ) : (
          <Link class="proof" onClick={() => host.post({ type: 'openLine', file, line: entry.line })}>
            {organization}
          </Link>
        )}
      </th>
      <td>{entry.domain}</td>
      <td class="days">{reportDays(strings, entry)}</td>
      <td>{entry.policy}</td>
      <td class="number">{count(entry.successful)}</td>
      <td class={entry.failed === 0 ? 'number zero' : 'number'}>{count(entry.failed)}</td>
      <td class={entry.notEncrypted === 0 ? 'number zero' : 'number'}>{count(entry.notEncrypted)}</td>
      <td>{failuresText(strings, locale, entry)}</td>
    </tr>
  );
}

import { useState } from 'preact/hooks';
import type { TlsState } from '../../src/core/model/tls';
import { volumeOf } from '../../src/core/model/tls';
import type { MailFlowReport, SubmissionClient } from '../../src/core/report/report';
import { fill } from '../../src/core/report/wording';
import { Swatch } from '../charts/textures';
import { usePage } from '../pageContext';
import { filePosition } from './fileNames';
import { Link } from './link';
import { PlainTable } from './plainTable';
import { clientShare, clientStates } from './reportTables';
import { Button } from './toolkit';

const SHOWN_AT_FIRST = 25;

/** Clients that hand in mail with SMTP AUTH, those on TLS 1.0 and 1.1 first; nothing where no file tells. */
export function SubmissionClients({ report }: { readonly report: MailFlowReport }) {
  const { strings, count } = usePage();
  const [all, setAll] = useState(false);
  const submission = report.clientSubmission;
  if (submission === null) {
    return null;
  }
  const { clients } = submission;
  const shown = all ? clients : clients.slice(0, SHOWN_AT_FIRST);
  const states = clientStates(submission.tls);
  const total = { ...submission, sender: strings['clients.all'], file: '', line: 0 };
  return (
    <section id="smtp-auth-clients" aria-labelledby="smtp-auth-clients-heading">
      <h2 id="smtp-auth-clients-heading">{strings['clients.heading']}</h2>
      <p class="muted">{strings['clients.note']}</p>
      <PlainTable
        label={strings['clients.heading']}
        columns={[
          { title: strings['clients.sender'] },
          ...states.map((state) => ({
            title: (
              <>
                <Swatch state={state} />
                {strings[`tls.${state}`]}
              </>
            ),
            isNumber: true,
          })),
          { title: strings['tls.messages'], isNumber: true },
        ]}
      >
        {clients.length > 1 && <Row client={total} states={states} report={report} />}
        {shown.map((client) => (
          <Row key={client.sender} client={client} states={states} report={report} />
        ))}
      </PlainTable>
      {shown.length < clients.length && (
        <Button id="show-all-clients" appearance="secondary" onClick={() => setAll(true)}>
          {fill(strings['clients.showAll'], count(clients.length))}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  readonly client: SubmissionClient;
  readonly states: readonly TlsState[];
  readonly report: MailFlowReport;
}

function Row({ client, states, report }: RowProps) {
  const { strings, locale, count, host } = usePage();
  const { line } = client;
  const file = filePosition(report, client.file);
  const sender = client.sender === '' ? strings.notTold : client.sender;
  return (
    <tr data-client={client.sender}>
      <th scope="row">
        {file < 0 ? (
          sender
        ) : (
          <Link class="proof" onClick={() => host.post({ type: 'openLine', file, line })}>
            {sender}
          </Link>
        )}
      </th>
      {states.map((state) => (
        <td key={state} class="number" data-tls={state}>
          {clientShare(strings, locale, client, state) ?? strings.notTold}
        </td>
      ))}
      <td class="number">{count(volumeOf(client.tls))}</td>
    </tr>
  );
}

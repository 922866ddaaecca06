import type { ExportContent } from './content';

/** Folder, without its last separator, and name. */
export function splitPath(path: string): [folder: string, name: string] {
  const [, folder = '', name = ''] = /^(?:(.*)[\\/])?([^\\/]*)$/s.exec(path) ?? [];
  return [folder, name];
}

/** Every value that may be replaced. */
export function* originalsOf({ report, peers, evidence, baseline }: ExportContent): Generator<string> {
  yield* baseline?.gone.map(({ connector }) => connector ?? '') ?? [];
  for (const path of [...report.files.map((file) => file.path), ...evidence.map((line) => line.file)]) {
    yield path;
    yield* splitPath(path);
  }
  for (const { name, definition } of report.connectors) {
    yield name ?? '';
    yield definition?.certificate ?? '';
  }
  for (const { hosts, senders, repair } of [...report.insights, ...report.mutedInsights]) {
    for (const { host, names, certificates } of hosts) {
      yield host;
      yield* names;
      yield* certificates.map(({ subject }) => subject);
    }
    yield* senders.map(({ name }) => name);
    yield* repair?.hosts ?? [];
  }
  for (const { stopped, lost } of report.hostChanges) {
    yield* [...stopped.hosts, ...lost.hosts].map(({ host }) => host);
  }
  for (const { host, names, peers: rows } of peers.flatMap((one) => one.hosts)) {
    yield host;
    yield* names;
    yield* rows.map(({ sender }) => sender);
  }
  for (const { organization, domain, failures } of report.tlsReports) {
    yield organization;
    yield domain;
    for (const { sender, receiver } of failures) {
      yield sender;
      yield receiver;
    }
  }
  for (const { sender } of report.clientSubmission?.clients ?? []) {
    yield sender;
  }
}

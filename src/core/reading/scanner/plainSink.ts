import type { RecordSink } from '../recordCursor';

/** What the universal reader tells on the way: that the file is not UTF-8 is told once. */
export function plainSink(sink: RecordSink): RecordSink {
  let toldInvalid = false;
  return {
    get plan() {
      return sink.plan;
    },
    record: (record) => sink.record(record),
    malformed: (line, reason) => sink.malformed(line, reason),
    invalid: (line) => {
      if (!toldInvalid) {
        toldInvalid = true;
        sink.invalid(line);
      }
    },
  };
}

/**
 * The audit page's style: black on white, no background that a printer would leave out, A4 with page numbers. It never changes,
 * so that the page's policy can name it by its hash ({@link AUDIT_STYLE_HASH}).
 */
export const AUDIT_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  max-width: 46rem;
  margin: 2rem auto 4rem;
  padding: 0 1rem;
  background: #fff;
  color: #111;
  overflow-wrap: break-word;
  font: 0.875rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
h1, h2, h3 { line-height: 1.2; break-after: avoid; }
h1 { margin: 0.2rem 0 0.5rem; font-size: 1.75rem; letter-spacing: -0.01em; }
h2 { margin: 2.2rem 0 0.7rem; padding-bottom: 0.3rem; border-bottom: 2px solid #111; font-size: 1.2rem; }
h3 { margin: 1.3rem 0 0.4rem; font-size: 1rem; }
p { margin: 0.4rem 0; }
.overline { margin: 0; font-size: 0.75rem; letter-spacing: 0.06em; text-transform: uppercase; color: #444; }
.lead { max-width: 40rem; margin: 0 0 1.1rem; font-size: 1rem; color: #333; }
.note { font-size: 0.8rem; color: #333; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.2rem; margin: 0; padding: 0.7rem 0; border: solid #111; border-width: 1px 0; }
.facts dt { color: #444; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.directions { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
.direction { break-inside: avoid; }
.direction h3 { margin-bottom: 0.1rem; }
.volume { margin: 0 0 0.4rem; font-size: 1.05rem; }
.ring { display: block; margin: 0.3rem auto 0.6rem; }
.columns { display: block; width: 100%; height: auto; }
.swatch { width: 0.8rem; height: 0.8rem; margin-right: 0.45rem; vertical-align: -0.1em; }
figure { margin: 0.6rem 0; break-inside: avoid; }
.legend { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; margin: 0.2rem 0 0; padding: 0; list-style: none; font-size: 0.8rem; }
table { width: 100%; margin: 0.5rem 0 0.8rem; border-collapse: collapse; font-size: 0.8rem; line-height: 1.35; }
caption { padding: 0 0 0.3rem; font-weight: 600; text-align: left; overflow-wrap: anywhere; }
thead, caption, .group { break-after: avoid; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tbody tr:nth-child(-n + 2) { break-after: avoid; }
tbody tr:nth-last-child(-n + 2) { break-before: avoid; }
th, td { padding: 0.28rem 0.5rem 0.28rem 0; border-bottom: 1px solid #cfd3d8; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom: 1px solid #111; font-weight: 600; vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: 500; }
.number { padding-right: 0; padding-left: 0.5rem; text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.number + :not(.number) { padding-left: 1.4rem; }
.fixed { table-layout: fixed; }
.w8 { width: 8%; } .w10 { width: 10%; } .w15 { width: 15%; } .w22 { width: 22%; } .w25 { width: 25%; } .w30 { width: 30%; }
.w35 { width: 35%; } .w40 { width: 40%; }
.group th { padding-top: 0.8rem; border-bottom-color: #111; font-weight: 600; }
.dense { font-size: 0.72rem; }
.dense .number { padding-left: 0.25rem; }
.dense thead th { font-size: 0.62rem; hyphens: auto; }
.compact th, .compact td { padding-top: 0.1rem; padding-bottom: 0.1rem; }
.sub { display: block; font-size: 0.92em; font-weight: 400; color: #555; }
.zero { color: #767676; }
.finding { margin: 0.8rem 0 1.2rem; padding-left: 0.8rem; border-left: 4px solid #111; }
.finding p, .finding pre, .finding h3 { break-inside: avoid; }
.finding h3, .finding .proof { break-after: avoid; }
.finding.information { border-left-color: #8a8f98; }
.finding h3 { margin-top: 0; }
.severity { display: inline-block; margin-right: 0.5rem; padding: 0.05rem 0.4rem; border: 1px solid #111; border-radius: 3px; font-size: 0.72rem; font-weight: 600; letter-spacing: 0.03em; text-transform: uppercase; vertical-align: 0.12em; }
.where { font-weight: 600; overflow-wrap: anywhere; }
.evidence { margin: 0.2rem 0 0.6rem; padding: 0.4rem 0.6rem; border: 1px solid #cfd3d8; border-radius: 3px; font: 0.72rem/1.4 ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; white-space: pre-wrap; word-break: break-all; }
.evidence strong { text-decoration: underline; }
.rules li { margin: 0.25rem 0; }
.redaction { margin-top: 0.9rem; padding: 0.5rem 0.7rem; border: 1px solid #111; border-radius: 3px; }
@media (max-width: 40rem) {
  .directions { grid-template-columns: 1fr; }
}
@media print {
  :root { font-size: 12.5px; }
  body { max-width: none; margin: 0; padding: 0 1px 0 0; }
  h2 { margin-top: 1.6rem; }
  .ring { width: 140px; height: 140px; }
  p { orphans: 3; widows: 3; }
}
@page {
  size: A4;
  margin: 18mm 16mm 18mm;
  @top-left { content: "Mail Flow Insights"; font: 8pt system-ui, sans-serif; color: #444; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #444; }
}
@page :first {
  @top-left { content: none; }
}
`;

/** SHA-256 of {@link AUDIT_STYLE}, as a Content Security Policy names it. */
export const AUDIT_STYLE_HASH = 'sha256-nqiIEcg6OdKQ7kUNiQ1C99fgGVPUxGaigc/r6IUfZ58=';

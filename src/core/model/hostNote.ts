/** What a remote host called itself, or showed for a certificate, in SMTP sessions. */
export interface HostNote {
  readonly kind: 'name' | 'certificate';
  /** The name in small letters; of a certificate the subject as it is written. */
  readonly text: string;
  /** The UTC day on which a certificate expires; null where it is not told, and of names. */
  readonly expires: number | null;
  /** UTC days of the sessions. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** What a host called itself, in the order of the notes. */
export function namesIn(notes: readonly HostNote[]): string[] {
  return notes.filter(({ kind }) => kind === 'name').map(({ text }) => text);
}

import * as vscode from 'vscode';

/** How long a file that has been read is kept for the second one who wants it, in milliseconds. */
const KEPT_FOR = 2000;

/**
 * Files of file systems that give whole files only. Each is wanted twice, to recognise it and to analyse it, shortly after
 * each other or at the same time: it is fetched once for both.
 */
export class WholeFiles {
  readonly #kept = new Map<string, Promise<Uint8Array>>();

  /** `stat`: what the file system says of the file now. */
  async read(uri: vscode.Uri, { size, mtime }: vscode.FileStat): Promise<Uint8Array> {
    const key = `${size} ${mtime} ${uri}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      return kept;
    }
    const bytes = Promise.resolve(vscode.workspace.fs.readFile(uri));
    this.#kept.set(key, bytes);
    const forget = (): void => {
      if (this.#kept.get(key) === bytes) {
        this.#kept.delete(key);
      }
    };
    bytes.then(() => setTimeout(forget, KEPT_FOR), forget);
    return bytes;
  }
}

import * as vscode from 'vscode';
import { Slices } from '../../core/surroundings';
import type { Platform } from '../platform';
import { isGone, isSameStamp, stampOf } from './fileStamp';
import { filesBelow, isBelow } from './filesBelow';
import type { ReadSources } from './readSources';

/** Of so many files in a new folder, the first ones are looked at. */
const MOST_NEW = 200;

/** What has happened to the sources of a report since it was read. */
export class SourceChanges {
  readonly #sources: ReadSources;
  readonly #platform: Platform;
  readonly #isSource: (uri: vscode.Uri) => Promise<boolean>;
  readonly changed = new Set<string>();
  /** Files in a folder of the set that would be read now. */
  readonly added = new Set<string>();
  readonly removed = new Set<string>();

  /** `isSource`: tells whether a file that is met in a folder would be read. */
  constructor(sources: ReadSources, platform: Platform, isSource: (uri: vscode.Uri) => Promise<boolean>) {
    this.#sources = sources;
    this.#platform = platform;
    this.#isSource = isSource;
  }

  /** True where a report of all there is now would be another one. */
  get canRefresh(): boolean {
    return this.changed.size + this.added.size > 0 || this.#leftFolders;
  }

  /** Looks at files that something may have happened to; true where that is news. */
  async look(uris: Iterable<vscode.Uri>): Promise<boolean> {
    const before = this.#summary;
    for (const uri of uris) {
      await this.#lookAt(uri);
    }
    return this.#summary !== before;
  }

  async #lookAt(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const { stamps } = this.#sources;
    if (stamps.has(key)) {
      const stamp = await stampOf(uri, this.#platform.disk);
      setHas(this.removed, key, isGone(stamp));
      setHas(this.changed, key, !isGone(stamp) && !isSameStamp(stamp, stamps.get(key)));
      return;
    }
    const inside = [...stamps.keys()].filter((known) => known.startsWith(`${key}/`));
    for (const known of inside) {
      await this.#lookAt(vscode.Uri.parse(known));
    }
    if (isBelow(uri, this.#sources.found.folders)) {
      const stat = await Promise.resolve(vscode.workspace.fs.stat(uri)).catch(() => undefined);
      const isFile = stat !== undefined && (stat.type & vscode.FileType.File) !== 0;
      setHas(this.added, key, isFile && (await this.#isSource(uri)));
      if (stat?.type === vscode.FileType.Directory) {
        await this.#lookBelow(uri);
      }
    }
  }

  /** Of a folder that has come, nothing is said of the files that came with it. */
  async #lookBelow(folder: vscode.Uri): Promise<void> {
    const files = await filesBelow(folder, MOST_NEW, new Slices(this.#platform)).catch(() => []);
    for (const uri of files.filter((one) => !this.#sources.stamps.has(one.toString()))) {
      setHas(this.added, uri.toString(), await this.#isSource(uri));
    }
  }

  /** Files of a folder that are not there any more are no part of it; a file that was named is missed. */
  get #leftFolders(): boolean {
    const named = new Set(this.#sources.found.named.map((uri) => uri.toString()));
    return [...this.removed].some((key) => !named.has(key));
  }

  get #summary(): string {
    return JSON.stringify([[...this.changed], [...this.added], [...this.removed]]);
  }
}

function setHas(set: Set<string>, key: string, has: boolean): void {
  if (has) {
    set.add(key);
  } else {
    set.delete(key);
  }
}

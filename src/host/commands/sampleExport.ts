import * as vscode from 'vscode';

const SCHEME = 'mail-flow-sample';
const NAME = 'message-trace-sample.csv';

/** The export that comes with the extension, to try it with. */
export function sampleUri(): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${NAME}` });
}

/**
 * The sample export as a file that nobody can change. It lies in the extension's own folder, which may be on another machine
 * or on a web server: a file system of its own looks the same everywhere, also after the window was reloaded.
 */
export class SampleFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #file: vscode.Uri;
  readonly #registration: vscode.Disposable;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(extension: vscode.Uri) {
    this.#file = vscode.Uri.joinPath(extension, 'media', 'sample', NAME);
    const options = { isReadonly: true, isCaseSensitive: true };
    this.#registration = vscode.workspace.registerFileSystemProvider(SCHEME, this, options);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  /** It never changes. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (uri.path === '/') {
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    }
    const { size } = await vscode.workspace.fs.stat(this.#own(uri));
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size, permissions: vscode.FilePermission.Readonly };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    return path === '/' ? [[NAME, vscode.FileType.File]] : [];
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return await vscode.workspace.fs.readFile(this.#own(uri));
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  #own(uri: vscode.Uri): vscode.Uri {
    if (uri.path !== `/${NAME}`) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return this.#file;
  }
}

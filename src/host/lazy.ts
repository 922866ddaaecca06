import type * as vscode from 'vscode';

/** Something that is made when it is first asked for, and whose code is loaded only then. */
export class Lazy<T extends vscode.Disposable> implements vscode.Disposable {
  readonly #make: () => Promise<T>;
  #asked: Promise<T> | undefined;
  #made: T | undefined;
  #isDisposed = false;

  constructor(make: () => Promise<T>) {
    this.#make = make;
  }

  /** Makes it where that has not been done. */
  get(): Promise<T> {
    this.#asked ??= this.#make().then((made) => {
      this.#made = made;
      if (this.#isDisposed) {
        made.dispose();
      }
      return made;
    });
    return this.#asked;
  }

  /** It, once it is there. */
  get ifMade(): T | undefined {
    return this.#made;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#made?.dispose();
  }
}

interface Known {
  readonly isReading: boolean;
  readonly isCancelled: boolean;
  readonly isUntold: boolean;
}

/** Why no insight is shown: ends the key of the sentence that says so. `muted`: how many insights are muted. */
export function whyNoInsight({ isReading, isCancelled, isUntold }: Known, muted: number) {
  if (isReading) {
    return 'later';
  }
  if (isUntold) {
    return 'untold';
  }
  if (isCancelled) {
    return 'cancelled';
  }
  return muted > 0 ? 'nothingElse' : 'none';
}

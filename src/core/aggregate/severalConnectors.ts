import type { Flow } from './flowTable';
import { combine, type Told } from './told';

/** How a message is counted over one of its connectors; returned by whoever counts, to take it back. */
interface Item<Count> {
  own: Told;
  count: Count;
}

/** The connectors of one direction, and what rows tell that do not say which of them. */
interface Group<Count> {
  /** By the flow's key: one connector may have several flows, one for each server whose tracking log tells of it. */
  readonly told: Map<string, Item<Count>>;
  untold: Item<Count> | undefined;
  /** The lowest key: what no connector is told for is taken for its. */
  lowest: string | undefined;
}

/** Counts, and takes back what was counted. */
export interface Counter<Count> {
  count(told: Told): Count;
  uncount(told: Told, count: Count): void;
}

/**
 * A message that rows show over more than one connector, or once with and once without its connector told. Every
 * connector's own rows are kept apart, so that the outcome does not depend on the order in which rows come.
 */
export class SeveralConnectors<Count> {
  /** The files whose rows tell of the message, as far as they prove anything. */
  readonly files = new Set<number>();
  readonly #groups = new Map<string, Group<Count>>();

  /** Takes over what is counted already, by itself. */
  begin(own: Told, count: Count): void {
    this.files.add(own.proof.file);
    const group = this.#groupOf(own.flow);
    if (own.flow.connector.kind === 'untold') {
      group.untold = { own, count };
    } else {
      group.told.set(own.flow.key, { own, count });
      group.lowest = own.flow.key;
    }
  }

  /** Puts others in place of what {@link Counter.count} returned. */
  recount(other: (count: Count) => Count): void {
    for (const { told, untold } of this.#groups.values()) {
      for (const item of [...told.values(), ...(untold === undefined ? [] : [untold])]) {
        item.count = other(item.count);
      }
    }
  }

  /** Adds what a row tells, and corrects what is counted. */
  add(fresh: Told, counter: Counter<Count>): void {
    this.files.add(fresh.proof.file);
    const group = this.#groupOf(fresh.flow);
    if (fresh.flow.connector.kind === 'untold') {
      addUntold(group, fresh, counter);
    } else {
      addTold(group, fresh, counter);
    }
  }

  /** What is counted. */
  *counted(): Generator<{ readonly told: Told; readonly count: Count }> {
    for (const group of this.#groups.values()) {
      for (const { own, count } of group.told.values()) {
        yield { told: resolved(group, own), count };
      }
      if (group.untold !== undefined && group.lowest === undefined) {
        yield { told: group.untold.own, count: group.untold.count };
      }
    }
  }

  #groupOf(flow: Flow): Group<Count> {
    const key = `${flow.direction} ${flow.hubServer ?? ''}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { told: new Map(), untold: undefined, lowest: undefined };
      this.#groups.set(key, group);
    }
    return group;
  }
}

/** What is counted over a connector: its own rows, and for the lowest those that tell no connector. */
function resolved<Count>(group: Group<Count>, own: Told): Told {
  return group.untold !== undefined && group.lowest === own.flow.key ? combine(own, group.untold.own) : own;
}

/** The connector counts once: where another export than a tracking log tells of it, by that, else by the first server. */
function join(own: Told, fresh: Told): Told {
  const isFirst = (fresh.flow.trackedBy ?? '') < (own.flow.trackedBy ?? '');
  return { ...combine(own, fresh), flow: isFirst ? fresh.flow : own.flow };
}

function addTold<Count>(group: Group<Count>, fresh: Told, counter: Counter<Count>): void {
  const { key } = fresh.flow;
  const item = group.told.get(key);
  if (item !== undefined) {
    counter.uncount(resolved(group, item.own), item.count);
    item.own = join(item.own, fresh);
    item.count = counter.count(resolved(group, item.own));
    return;
  }
  const before = group.lowest;
  if (before === undefined || key < before) {
    giveBackUntold(group, before, counter);
    group.lowest = key;
  }
  group.told.set(key, { own: fresh, count: counter.count(resolved(group, fresh)) });
}

/** What tells no connector was counted by itself, or over the connector that was the lowest: it no longer is. */
function giveBackUntold<Count>(group: Group<Count>, before: string | undefined, counter: Counter<Count>): void {
  const { untold } = group;
  const last = before === undefined ? undefined : group.told.get(before);
  if (untold === undefined) {
    return;
  }
  if (before === undefined || last === undefined) {
    counter.uncount(untold.own, untold.count);
    return;
  }
  counter.uncount(resolved(group, last.own), last.count);
  last.count = counter.count(last.own);
}

function addUntold<Count>(group: Group<Count>, fresh: Told, counter: Counter<Count>): void {
  const { untold, lowest } = group;
  const taker = lowest === undefined ? undefined : group.told.get(lowest);
  const own = untold === undefined ? fresh : combine(untold.own, fresh);
  if (taker !== undefined) {
    counter.uncount(resolved(group, taker.own), taker.count);
    group.untold = { own, count: taker.count };
    taker.count = counter.count(resolved(group, taker.own));
    return;
  }
  if (untold !== undefined) {
    counter.uncount(untold.own, untold.count);
  }
  group.untold = { own, count: counter.count(own) };
}

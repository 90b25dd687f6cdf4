import type { Lane } from './lane.js';

/** Finds the lane that somebody may join. */
export interface LaneIndex {
  add(lane: Lane): void;
  delete(lane: Lane): void;
  /** Nobody joins it any more, and it merges with none; it goes on. */
  hide(lane: Lane): void;
  /** A lane of that key in which somebody misses nothing who has all up to `last` (null: who wants what comes from now on). */
  find(key: string, last: number | null, isResumable: boolean): Lane | undefined;
  /** Another lane of the same key that has come to the same number. */
  findTwin(lane: Lane): Lane | undefined;
  all(): Lane[];
}

/** Who joins a lane that is further behind than this would wait for what it has already. */
const REACH = 100;

/** An empty index. */
export function createLaneIndex(): LaneIndex {
  const byKey = new Map<string, Set<Lane>>();
  const all = new Set<Lane>();

  const hide = (lane: Lane): void => {
    const lanes = byKey.get(lane.key);
    lanes?.delete(lane);
    if (lanes?.size === 0) byKey.delete(lane.key);
  };

  const serves = (lane: Lane, last: number | null): boolean => {
    if (last === null) return lane.isLive();
    const position = lane.getPosition();
    return position !== null && position <= last && last - position <= REACH;
  };

  return {
    add(lane) {
      all.add(lane);
      const lanes = byKey.get(lane.key) ?? new Set();
      byKey.set(lane.key, lanes.add(lane));
    },
    delete(lane) {
      all.delete(lane);
      hide(lane);
    },
    hide,
    find(key, last, isResumable) {
      for (const lane of byKey.get(key) ?? []) if (!isResumable || serves(lane, last)) return lane;
      return undefined;
    },
    findTwin(lane) {
      const lanes = byKey.get(lane.key);
      const position = lane.getPosition();
      if (!lanes?.has(lane) || lanes.size < 2 || position === null) return undefined;
      for (const other of lanes) if (other !== lane && other.getPosition() === position) return other;
      return undefined;
    },
    all: () => [...all],
  };
}

import { toRoomMessage } from './data.mjs';

/** Rooms with numbered messages. A subscriber has all after the number that it names, or what comes from its call on. */
export function createRooms() {
  const heads = new Map();
  const subscribers = new Map();
  const headOf = (room) => heads.get(room) ?? 0;

  return {
    open({ room, after }) {
      let last = after ?? headOf(room);
      let isOver = false;
      let waiting = null;
      const take = () => ({ done: false, value: { messageSent: toRoomMessage(room, (last += 1)) } });
      const wake = () => {
        const resolve = waiting;
        waiting = null;
        resolve?.(isOver ? { done: true, value: undefined } : take());
      };
      const all = subscribers.get(room) ?? new Set();
      subscribers.set(room, all.add(wake));
      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        async next() {
          if (isOver) return { done: true, value: undefined };
          return last < headOf(room) ? take() : new Promise((resolve) => (waiting = resolve));
        },
        async return() {
          isOver = true;
          all.delete(wake);
          wake();
          return { done: true, value: undefined };
        },
      };
    },
    /** Gives the number that the event has. */
    emit(room) {
      heads.set(room, headOf(room) + 1);
      for (const wake of subscribers.get(room) ?? []) wake();
      return headOf(room);
    },
    countSubscribers: () => [...subscribers.values()].reduce((sum, { size }) => sum + size, 0),
  };
}

/** Does some work in one tab at a time. Without a secure origin, as by address on a home network, browsers have no locks: each tab goes on by itself. */
export const exclusively = <T>(lock: string, work: () => Promise<T>): Promise<T> => ((navigator as { locks?: LockManager }).locks?.request(lock, work) as Promise<T> | undefined) ?? work();

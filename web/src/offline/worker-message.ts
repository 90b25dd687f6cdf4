/** What a page tells the service worker. */
export type WorkerMessage =
  /** The page at this address has been looked at: let it open without a network too. */
  | { kind: 'keep'; url: string }
  /** These files were loaded before the worker stood between the page and the network. */
  | { kind: 'keep-files'; urls: string[] }
  /** The worker waits for its turn, and is to take it now. */
  | { kind: 'take-over' };

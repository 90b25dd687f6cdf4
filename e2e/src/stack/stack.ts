/** The platform as its clients meet it. */
export interface Stack {
  /** The front door, such as `http://127.0.0.1:4000`. */
  url: string;
  /** What its processes have written, for a failing test. */
  output(): string;
  dispose(): Promise<void>;
}

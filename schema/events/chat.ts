/** A message that was sent. */
export interface MessageState {
  id: string;
  exchangeId: string;
  seq: number;
  authorId: string;
  body: string;
  /** Everyone else who takes part. */
  recipientIds: string[];
}

/** What chat tells; the version is the message's number. */
export type ChatEvents = {
  'message.sent': MessageState;
};

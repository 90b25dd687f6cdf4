/** Where a hint `{ seq }` follows each new message of an exchange. */
export const toMessageChannel = (exchangeId: string): string => `chat.exchange.${exchangeId}`;

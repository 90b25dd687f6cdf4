/** The element that a conversation scrolls in. */
export const CONVERSATION_ID = 'conversation';

/** A value as JSON that can stand inside a script element: nothing that it says can end the element. */
export const toScriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

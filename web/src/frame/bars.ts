/** Pages with one task, which the bottom bar would only distract from: they have a way back of their own. */
const FOCUSED = [/^\/publish/, /^\/items\/[^/]+(\/propose)?$/, /^\/exchanges\/[^/]+/, /^\/(log-in|register|welcome)$/];

/** Whether the page at a path, without its language, has the bottom bar on a phone. */
export const hasBottomBar = (path: string): boolean => !FOCUSED.some((pattern) => pattern.test(path));

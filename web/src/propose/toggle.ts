/** The ids with one more, or without the one that was among them. */
export const toggle = (ids: readonly string[], id: string): string[] => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);

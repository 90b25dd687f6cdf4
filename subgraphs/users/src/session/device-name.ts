import { text } from '@secondlife/platform/values/text';

/** What a client may call its device; null when it says nothing. */
export const deviceNameShape = text({ min: 0, max: 100 })
  .nullish()
  .transform((name) => name || null);

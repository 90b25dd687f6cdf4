import { readEnv, SERVICE_ENV, urlList } from '@secondlife/platform/env';

/** The variables of a chat process; throws once, naming every missing or bad one. */
export const readChatEnv = () => readEnv({ ...SERVICE_ENV, EXCHANGES_URLS: urlList });

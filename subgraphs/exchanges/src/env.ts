import { readEnv, SERVICE_ENV, urlList } from '@secondlife/platform/env';

/** The variables of an exchanges process; throws once, naming every missing or bad one. */
export const readExchangesEnv = () => readEnv({ ...SERVICE_ENV, ITEMS_URLS: urlList });

import 'server-only';
import { cookies } from 'next/headers';
import { NEAR_COOKIE, readNear, type Near } from './near-cookie';

/** The town that the visitor looks round, as their browser tells it; null when they chose none. */
export const readVisitorNear = async (): Promise<Near | null> => readNear((await cookies()).get(NEAR_COOKIE)?.value);

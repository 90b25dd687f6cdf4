/** The links of a supergraph that ask something of viewers; most have none. */
const LINKS = /specs\.apollo\.dev\/(authenticated|requiresScopes)\/v0\.1"/;

/** Whether a supergraph links a feature that asks something of viewers. */
export const asksOfViewers = (supergraphSdl: string): boolean => LINKS.test(supergraphSdl);

import { writeSubgraphs } from './emit.js';

await writeSubgraphs(new URL('../../', import.meta.url));

import { writeComposed } from './compose.js';

await writeComposed(new URL('../../', import.meta.url));

import 'server-only';
import { cache } from 'react';
import { askGraph } from '@/graph/ask';
import { UserPageDocument } from './user-page.generated';

/** A person as anyone may see them; asked for once, however many parts of the page want them. */
export const askUser = cache((id: string) => askGraph(UserPageDocument, { id }));

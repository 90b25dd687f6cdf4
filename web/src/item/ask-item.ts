import 'server-only';
import { cache } from 'react';
import { askGraph } from '@/graph/ask';
import { ItemPageDocument } from './item-page.generated';

/** A thing as anyone may see it; asked for once, however many parts of the page want it. */
export const askItem = cache((id: string) => askGraph(ItemPageDocument, { id }));

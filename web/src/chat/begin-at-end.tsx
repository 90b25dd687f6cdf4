import 'server-only';
import { InlineScript } from '@/app/inline-script';
import { CONVERSATION_ID } from './conversation-id';

/** Shows a conversation that the server has rendered from its newest message on, before scripts do. Stands after it. */
export const BeginAtEnd = () => <InlineScript when="here" text={`{ const list = document.getElementById('${CONVERSATION_ID}'); if (list) list.scrollTop = list.scrollHeight; }`} />;

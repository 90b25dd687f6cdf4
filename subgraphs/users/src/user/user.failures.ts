import { ObjectType } from 'type-graphql';
import { fail, Failure, type Spoken } from '@secondlife/platform/values/failures';

@ObjectType({ implements: Failure, description: 'Someone else has this handle.' })
export class HandleTaken extends Failure {}

/** Says, in the viewer's language, that somebody was there first. */
export const handleTaken = (context: Spoken): HandleTaken =>
  fail(context, HandleTaken, { fr: 'Ce nom d’utilisateur est déjà pris.', en: 'This handle is taken.' });

import { Directive, Field, InterfaceType, Int, ObjectType } from 'type-graphql';
import type { Language, Words } from '../language.js';

/** Who is spoken to; every Context has it. */
export interface Spoken {
  viewer: { language: Language };
}

@InterfaceType({ description: 'What a mutation answers instead of its success when the user can do something about it; `__typename` is its code.' })
export abstract class Failure {
  @Field({ description: 'For a person, in the language of the request (Accept-Language: fr or en).' })
  message: string;
}

@Directive('@shareable')
@ObjectType({ implements: Failure, description: 'Input that breaks a rule; `field` is the path inside `input`, such as ["location", "lat"].' })
export class InvalidInput extends Failure {
  @Field(() => [String], { description: 'The path inside `input` of what breaks the rule.' })
  field: string[];
}

@Directive('@shareable')
@ObjectType({ implements: Failure, description: 'The thing is unknown to this viewer.' })
export class NotFound extends Failure {}

@Directive('@shareable')
@ObjectType({ implements: Failure, description: 'Too many tries; nothing was done.' })
export class RateLimited extends Failure {
  @Field(() => Int, { description: 'How long to wait before the next try, in seconds.' })
  retryAfterSeconds: number;
}

/** A failure of `type` in the viewer's language; `rest` is what it says beside its message. */
export function fail<T extends Failure>(context: Spoken, type: new () => T, words: Words, rest?: Omit<T, 'message'>): T {
  return Object.assign(new type(), { message: words[context.viewer.language] }, rest);
}

/** Input that breaks a rule, at the path inside `input`. */
export const invalid = (context: Spoken, field: readonly string[], words: Words): InvalidInput =>
  fail(context, InvalidInput, words, { field: [...field] });

/** Something that this viewer does not know of. */
export const notFound = (context: Spoken, words: Words = { fr: 'Introuvable.', en: 'Not found.' }): NotFound => fail(context, NotFound, words);

/** One try too many; says when the next may be made. */
export const rateLimited = (context: Spoken, retryAfterSeconds: number): RateLimited =>
  fail(
    context,
    RateLimited,
    {
      fr: `Trop d’essais. Réessayez dans ${retryAfterSeconds} secondes.`,
      en: `Too many tries. Try again in ${retryAfterSeconds} seconds.`,
    },
    { retryAfterSeconds },
  );

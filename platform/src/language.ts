/** The languages that the platform speaks. */
export type Language = 'fr' | 'en';

/** One text in every language. */
export type Words = Readonly<Record<Language, string>>;

/** Spoken to who asks for none of ours. */
const DEFAULT_LANGUAGE: Language = 'fr';

/** The first of ours among the languages that an `Accept-Language` header asks for, by its weights; else French. */
export function toLanguage(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return DEFAULT_LANGUAGE;
  const asked = acceptLanguage
    .split(',')
    .map((entry) => {
      const [tag = '', ...options] = entry.trim().toLowerCase().split(';');
      const weight = options.find((option) => option.trim().startsWith('q='))?.trim().slice(2);
      return { language: tag.slice(0, 2), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of asked) if (language === 'fr' || language === 'en') return language;
  return DEFAULT_LANGUAGE;
}

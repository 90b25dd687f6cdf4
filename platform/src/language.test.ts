import { toLanguage } from './language.js';

it.each([
  ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
  ['fr-CA', 'fr'],
  ['de, en;q=0.3, fr;q=0.7', 'fr'],
  ['en;q=0, de', 'fr'],
  ['de', 'fr'],
  ['', 'fr'],
  [undefined, 'fr'],
])('takes %j as %s', (header, language) => {
  expect(toLanguage(header)).toBe(language);
});

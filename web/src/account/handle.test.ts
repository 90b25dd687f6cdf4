import { checkHandle, suggestHandle, toHandle } from './handle';

describe('a handle', () => {
  it.each([
    ['Nour', 'nour'],
    ['Zoé Lœil-Müller', 'zoe_loeil_muller'],
    ['  Jean  d’Arc ! ', 'jean_d_arc'],
    ['Anne-Sophie de La Tour du Pin et autres', 'anne_sophie_de_la_tour_du_pin'],
    ['نور', ''],
    ['🌿', ''],
    ['Al', ''],
  ])('is suggested for %s as “%s”', (name, handle) => {
    expect(suggestHandle(name)).toBe(handle);
  });

  it('is right in each suggestion', () => {
    for (const name of ['Zoé Lœil', 'x'.repeat(50), 'a b c d e f g h i j k l m n o p q']) expect(checkHandle(suggestHandle(name), true)).toBeNull();
  });

  it('is not called too short while it is typed', () => {
    expect(checkHandle('no', false)).toBeNull();
    expect(checkHandle('no', true)).toBe('handleShort');
  });

  it('is told at once of what it may not contain', () => {
    expect(checkHandle('noé', false)).toBe('handleCharacters');
    expect(checkHandle('no ur', false)).toBe('handleCharacters');
    expect(checkHandle('n'.repeat(31), false)).toBe('handleLong');
  });

  it('is the same in upper case and with its @', () => {
    expect(toHandle(' @Nour_B ')).toBe('nour_b');
    expect(checkHandle(' @Nour_B ', true)).toBeNull();
  });
});

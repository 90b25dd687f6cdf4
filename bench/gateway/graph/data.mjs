// Everything is made from numbers, so that any process knows what any answer must be. The objects link to one another:
// a schema that declares a part of their fields, be it a subgraph's or the whole, can be served from them as they are.

const USERS = 40;
const ITEMS = 200;
const EXCHANGES = 120;
const MESSAGES_EACH = 6;
const DAY = Date.UTC(2026, 0, 1);

const TOWNS = ['Rennes', 'Saint-Brieuc', 'Quimper', 'Lorient', 'Vannes', 'Fougères', 'Vitré', 'Redon'];
const THINGS = ['Cargo bicycle', 'Reading lamp', 'Oak bookshelf', 'Record player', 'Pressure cooker', 'Hiking tent', 'Sewing machine', 'Child seat'];
const WORDS = 'kept dry in the cellar since we moved, works well, one scratch on the left side, comes with its manual and a spare part'.split(' ');

const sentence = (seed, length) => Array.from({ length }, (_, index) => WORDS[(seed * 7 + index * 5) % WORDS.length]).join(' ');
const list = (length, make) => Array.from({ length }, (_, index) => make(index));
const at = (minutes) => new Date(DAY + minutes * 60_000).toISOString();

const users = list(USERS, (n) => ({ __typename: 'User', id: `u${n}`, displayName: `Person Number ${n}`, handle: `person_${n}`, avatarUrl: `/photos/u${n}.webp`, town: TOWNS[n % TOWNS.length] }));
const items = list(ITEMS, (n) => ({
  __typename: 'Item',
  id: `i${n}`,
  title: `${THINGS[n % THINGS.length]} no. ${n}`,
  description: sentence(n, 24),
  condition: ['NEW', 'GOOD', 'USED'][n % 3],
  category: { id: `c${n % 8}`, name: THINGS[n % 8] },
  photos: list(1, (photo) => ({ url: `/photos/i${n}-${photo}.webp`, width: 1600, height: 1200 })),
  owner: users[(n * 3) % USERS],
}));

const toMessage = (room, seq) => ({ __typename: 'Message', id: `m-${room}-${seq}`, seq, text: `Message ${seq}: ${sentence(seq, 5)}`, sentAt: at(seq), author: users[(seq * 11) % USERS] });
const exchanges = list(EXCHANGES, (n) => ({
  __typename: 'Exchange',
  id: `e${n}`,
  status: ['PROPOSED', 'ACCEPTED', 'COMPLETED'][n % 3],
  createdAt: at(n * 90),
  expiresAt: at(n * 90 + 10_080),
  proposer: users[n % USERS],
  receiver: users[(n * 7 + 1) % USERS],
  offered: [items[(n * 4) % ITEMS], items[(n * 4 + 1) % ITEMS]],
  wanted: [items[(n * 4 + 2) % ITEMS], items[(n * 4 + 3) % ITEMS]],
  messages: ({ last }) => list(MESSAGES_EACH, (m) => toMessage(`e${n}`, m + 1)).slice(-last),
}));

const byTypeAndId = new Map([...users, ...items, ...exchanges].map((thing) => [`${thing.__typename} ${thing.id}`, thing]));
const find = (type, id) => byTypeAndId.get(`${type} ${id}`) ?? null;

/** How many different answers the measured query has; no two requests in flight ask for the same. */
export const WINDOWS = EXCHANGES - 10;

/** What is at the roots of the graph. */
export const roots = {
  exchanges: ({ first, offset }) => exchanges.slice(offset, offset + first),
  item: ({ id }) => find('Item', id),
  user: ({ id }) => find('User', id),
  message: () => null,
  _entities: ({ representations }) => representations.map(({ __typename, id }) => find(__typename, id)),
};

/** The message that a room has under this number. */
export const toRoomMessage = toMessage;

import { ask, read, someone, type Asker } from '@secondlife/platform/testing/ask';
import { openUsers, type UsersKit } from '../testing/users-kit.js';

let kit: UsersKit;
beforeAll(async () => {
  kit = await openUsers();
});
afterAll(() => kit.dispose());

const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename
  ... on Viewer { locale user { displayName handle area avatar { id } } }
  ... on Failure { message } ... on InvalidInput { field } } }`;
const ME = '{ me { locale user { displayName handle area avatar { id } } } }';

interface Answer {
  __typename: string;
  locale: string;
  user: { displayName: string; handle: string; area: string | null; avatar: { id: string } | null };
  message: string;
  field: string[];
}
const update = (input: object, asker: Asker) => read<Answer>(kit.users, UPDATE, { input }, asker);
const readMe = (asker: Asker) => read<Omit<Answer, '__typename'>>(kit.users, ME, {}, asker);

/** A photo that items knows as that person's. */
function addPhoto(ownerId: string): string {
  const id = someone();
  kit.items.photos.set(id, ownerId);
  return id;
}

describe('updateProfile', () => {
  it('changes what is given, and leaves what is left out as it is', async () => {
    const nour = await kit.register({ displayName: 'Nour' });
    const handle = `${nour.handle}_2`;
    expect(await update({ displayName: ' Nour B. ', handle, area: ' Lyon 3ᵉ ', locale: 'EN' }, nour)).toEqual({
      __typename: 'Viewer',
      locale: 'EN',
      user: { displayName: 'Nour B.', handle, area: 'Lyon 3ᵉ', avatar: null },
    });
    await update({ displayName: 'Nour' }, nour);
    expect(await readMe(nour)).toEqual({ locale: 'EN', user: { displayName: 'Nour', handle, area: 'Lyon 3ᵉ', avatar: null } });
  });

  it('removes the area and the avatar by null, and the area by an empty text', async () => {
    const nour = await kit.register();
    const avatarPhotoId = addPhoto(nour.userId);
    expect((await update({ area: 'Lyon', avatarPhotoId }, nour)).user).toMatchObject({ area: 'Lyon', avatar: { id: avatarPhotoId } });
    expect((await update({ area: null, avatarPhotoId: null }, nour)).user).toMatchObject({ area: null, avatar: null });
    await update({ area: 'Lyon' }, nour);
    expect((await update({ area: '  ' }, nour)).user.area).toBeNull();
  });

  it('says which part of the input breaks a rule, in the language asked for, and changes nothing', async () => {
    const nour = await kit.register();
    const before = await readMe(nour);
    const cases: [object, string][] = [
      [{ displayName: null }, 'displayName'],
      [{ displayName: ' ' }, 'displayName'],
      [{ displayName: 'x'.repeat(51) }, 'displayName'],
      [{ displayName: 'a\u202Eb' }, 'displayName'],
      [{ handle: null }, 'handle'],
      [{ handle: 'No Spaces' }, 'handle'],
      [{ handle: 'ab' }, 'handle'],
      [{ area: 'é'.repeat(61) }, 'area'],
      [{ area: 'a\nb' }, 'area'],
      [{ locale: null }, 'locale'],
    ];
    for (const [part, field] of cases) {
      expect(await update({ displayName: 'Karim', area: 'Paris', ...part }, nour)).toMatchObject({ __typename: 'InvalidInput', field: [field], message: expect.any(String) });
    }
    expect((await update({ area: 'é'.repeat(61) }, { ...nour, language: 'fr' })).message).toBe('60 caractères au plus.');
    expect(await update({ area: 'é'.repeat(60) }, nour)).toMatchObject({ __typename: 'Viewer' });
    expect(await readMe(nour)).toEqual({ ...before, user: { ...before.user, area: 'é'.repeat(60) } });
  });

  it('tells a taken handle; one’s own is not taken, and of many who want one at once one gets it', async () => {
    const [nour, karim, ...others] = await Promise.all(Array.from({ length: 6 }, () => kit.register()));
    expect(await update({ handle: karim!.handle }, { ...nour, language: 'fr' })).toEqual({ __typename: 'HandleTaken', message: 'Ce nom d’utilisateur est déjà pris.' });
    expect(await update({ handle: nour!.handle }, nour!)).toMatchObject({ __typename: 'Viewer' });
    const handle = `${nour!.handle}_3`;
    const kinds = (await Promise.all(others.map((member) => update({ handle }, member)))).map(({ __typename }) => __typename);
    expect(kinds.toSorted()).toEqual(['HandleTaken', 'HandleTaken', 'HandleTaken', 'Viewer']);
  });

  it('takes as avatar only a photo that items knows as the viewer’s, and asks in the service’s own name', async () => {
    const [nour, karim] = [await kit.register(), await kit.register()];
    const mine = addPhoto(nour.userId);
    for (const avatarPhotoId of [addPhoto(karim.userId), someone(), 'nonsense', '']) {
      expect(await update({ avatarPhotoId }, nour)).toMatchObject({ __typename: 'InvalidInput', field: ['avatarPhotoId'] });
    }
    expect((await update({ avatarPhotoId: mine.toUpperCase() }, nour)).user.avatar).toEqual({ id: mine });
    expect(kit.items.asked.at(-1)).toMatchObject({ ids: [mine], call: { viewer: { service: 'users', userId: null } } });
  });

  it('is SUBGRAPH_UNAVAILABLE while items can’t be asked, but for what needs no asking', async () => {
    const nour = await kit.register();
    const input = { avatarPhotoId: addPhoto(nour.userId) };
    kit.items.mood = 'DOWN';
    const { errors } = await ask(kit.users, UPDATE, { input }, nour);
    const answers = [await update({ displayName: 'Nour' }, nour), await update({ avatarPhotoId: null }, nour)];
    kit.items.mood = 'WELL';
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(answers).toMatchObject([{ __typename: 'Viewer' }, { __typename: 'Viewer' }]);
  });

  it('tells items of each change, once, under a version that rises; of no change, nothing', async () => {
    const nour = await kit.register({ displayName: 'Nour', locale: 'EN' });
    const avatarPhotoId = addPhoto(nour.userId);
    await update({}, nour);
    await update({ displayName: 'Nour', area: null }, nour);
    await update({ avatarPhotoId }, nour);
    await update({ avatarPhotoId }, nour);
    await update({ displayName: 'Nour B.', avatarPhotoId: null }, nour);
    const state = { id: nour.userId, handle: nour.handle, locale: 'EN' };
    expect(await kit.readTold(nour.userId, 2)).toEqual([
      { version: 2, data: { ...state, displayName: 'Nour', avatarPhotoId } },
      { version: 3, data: { ...state, displayName: 'Nour B.', avatarPhotoId: null } },
    ]);
  });

  it('loses no change of several at once', async () => {
    const nour = await kit.register();
    await Promise.all([update({ displayName: 'Nour' }, nour), update({ area: 'Lyon' }, nour), update({ locale: 'EN' }, nour)]);
    expect(await readMe(nour)).toMatchObject({ locale: 'EN', user: { displayName: 'Nour', area: 'Lyon' } });
    expect((await kit.readTold(nour.userId, 3)).map(({ version }) => version)).toEqual([2, 3, 4]);
  });

  it('is UNAUTHENTICATED for nobody', async () => {
    const { errors } = await ask(kit.users, UPDATE, { input: { displayName: 'Nobody' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

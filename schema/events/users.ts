/** A person as others may know them. */
export interface UserState {
  id: string;
  handle: string;
  displayName: string;
  locale: 'FR' | 'EN';
  /** A photo of items'; null without a picture. */
  avatarPhotoId: string | null;
}

/** What users tells; the version is the person's. */
export type UsersEvents = {
  'user.registered': UserState;
  'user.changed': UserState;
};

/** A person as others may know them. */
export interface UserState {
  id: string;
  handle: string;
  displayName: string;
  locale: 'FR' | 'EN';
}

/** What users tells. */
export type UsersEvents = {
  'user.registered': UserState;
};

import type { Transaction } from '@secondlife/platform/database/transaction';
import type { EventEnvelope } from '@secondlife/platform/events/event-transport';
import type { UserState } from '@secondlife/schema/events/users';

/** Keeps which picture is the person's, so that it is not swept away. Events may come twice and in any order: the highest version is the truth. */
export async function keepAvatar({ db }: Transaction, { version, data: { id, avatarPhotoId } }: EventEnvelope<UserState>): Promise<void> {
  await db.query(
    `INSERT INTO avatar (user_id, photo_id, version) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET photo_id = excluded.photo_id, version = excluded.version
     WHERE avatar.version < excluded.version`,
    [id, avatarPhotoId, version],
  );
}

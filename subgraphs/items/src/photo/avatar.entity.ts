import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which picture shows a person, as users told last. */
@Entity('avatar')
export class Avatar {
  @PrimaryColumn('uuid')
  userId: string;

  /** Null when they took it away. */
  @Column('uuid', { nullable: true })
  photoId: string | null;

  /** The version of the event that told it. */
  @Column('integer')
  version: number;
}

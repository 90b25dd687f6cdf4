import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { Photo } from '../photo/photo.stub.js';

/** A language that the platform speaks. */
export enum Locale {
  FR = 'FR',
  EN = 'EN',
}
registerEnumType(Locale, {
  name: 'Locale',
  description: 'A language that the platform speaks.',
  valuesConfig: { FR: { description: 'French' }, EN: { description: 'English' } },
});

/** A person's account; only what is a `@Field` is for others to see. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A person who swaps.' })
@Entity('user')
export class User {
  @Field(() => ID, { description: 'Opaque.' })
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field({ description: 'Unique, 3..30 of a-z 0-9 _' })
  @Column('text')
  handle: string;

  @Field({ description: 'The name to show, 1..50 characters.' })
  @Column('text')
  displayName: string;

  @Field(() => String, { nullable: true, description: 'Free text, such as a district; never an address.' })
  @Column('text', { nullable: true })
  area: string | null;

  @Field(() => Date, { description: 'When the account was made.' })
  @CreateDateColumn({ type: 'timestamptz' })
  memberSince: Date;

  @Column('uuid', { nullable: true })
  avatarPhotoId: string | null;

  /** As it was typed; `email_key`, its lower case, is unique in the database. */
  @Column('text')
  email: string;

  @Column('boolean', { default: false })
  isEmailVerified: boolean;

  @Column('text')
  passwordHash: string;

  @Column('text')
  locale: Locale;

  @VersionColumn()
  version: number;

  @Field(() => Photo, { nullable: true, description: 'Their picture; null when they have none.' })
  get avatar(): Photo | null {
    return this.avatarPhotoId ? new Photo(this.avatarPhotoId) : null;
  }
}

import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A picture, and where it stands on which item; only those that stand on one are in the table. `url` and `alt` are the resolver's. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A picture.' })
@Entity('photo')
export class Photo {
  @Field(() => ID, { description: 'Opaque.' })
  @PrimaryColumn('uuid')
  id: string;

  @Directive('@inaccessible')
  @Field(() => ID, { description: 'Who uploaded it; for services that put it to use.' })
  @Column('uuid')
  ownerId: string;

  /** Null for what stands on no item, such as an avatar. */
  @Column('uuid')
  itemId: string | null;

  /** 0 for the first. */
  @Column('smallint')
  position: number;

  @Field(() => Int, { description: 'In pixels, 2048 at most.' })
  @Column('integer')
  width: number;

  @Field(() => Int, { description: 'In pixels, 2048 at most.' })
  @Column('integer')
  height: number;

  @Field(() => String, { nullable: true, description: 'A placeholder of about 25 bytes, in base64 (see evanw/thumbhash).' })
  @Column('text')
  thumbhash: string;
}

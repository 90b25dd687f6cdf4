import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A picture of an item; `url` and `alt` are the resolver's. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A picture.' })
@Entity('photo')
export class Photo {
  @Field(() => ID, { description: 'Opaque.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  ownerId: string;

  @Column('uuid')
  itemId: string;

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

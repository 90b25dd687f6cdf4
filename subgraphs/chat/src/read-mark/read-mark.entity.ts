import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { User } from '../user/user.stub.js';

@ObjectType({ description: 'How far someone has read in an exchange.' })
@Entity('read_mark')
export class ReadMark {
  @PrimaryColumn('uuid')
  exchangeId: string;

  @PrimaryColumn('uuid')
  userId: string;

  @Field(() => Int, { description: 'Everything up to this number has been read.' })
  @Column('integer')
  seq: number;

  @Field(() => User, { nullable: true, description: 'Who has read it; null when the account is gone.' })
  get reader(): User {
    return new User(this.userId);
  }
}

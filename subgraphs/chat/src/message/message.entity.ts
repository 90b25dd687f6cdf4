import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Exchange } from '../exchange/exchange.stub.js';
import { User } from '../user/user.stub.js';

@ObjectType({ description: 'One message of an exchange’s conversation.' })
@Entity('message')
export class Message {
  @Field(() => ID, { description: 'Opaque.' })
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  exchangeId: string;

  @Field(() => Int, { description: '1, 2, 3 … within the exchange, with no gap: a client that has n asks for what comes after n.' })
  @Column('integer')
  seq: number;

  @Column('uuid')
  authorId: string;

  @Column('text')
  clientId: string;

  @Field({ description: 'What was written: plain text, 1..4000 characters.' })
  @Column('text')
  body: string;

  @Field(() => Date, { description: 'When it was accepted.' })
  @Column('timestamptz')
  sentAt: Date;

  @Field(() => Exchange, { nullable: true, description: 'The exchange that it belongs to.' })
  get exchange(): Exchange {
    return new Exchange(this.exchangeId);
  }

  @Field(() => User, { nullable: true, description: 'Who wrote it; null when the account is gone.' })
  get author(): User {
    return new User(this.authorId);
  }
}

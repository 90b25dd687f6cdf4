import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A town of France, overseas departments included (GeoNames, CC BY 4.0).' })
export class Town {
  @Field({ description: 'Its French name.' })
  name: string;

  @Field(() => Float, { description: 'Its centre in degrees north, WGS 84.' })
  lat: number;

  @Field(() => Float, { description: 'Its centre in degrees east, WGS 84.' })
  lng: number;

  @Field(() => String, { nullable: true, description: 'Its department, which tells homonyms apart.' })
  department: string | null;

  @Field(() => String, { nullable: true, description: 'Its region.' })
  region: string | null;
}

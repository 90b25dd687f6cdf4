import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { codedError } from '@secondlife/platform/error-code';
import { words } from '@secondlife/platform/values/text';
import { toRadiusMetres } from './coarsen.js';
import { distanceMetres, type Point } from './distance.js';
import { nearestTown } from './towns.js';

@ObjectType({ description: 'Where an item is, coarsened by a secret-keyed offset; the true point never leaves the items service.' })
export class ApproximatePlace {
  @Field(() => Float, { description: 'Degrees north, WGS 84.' })
  lat: number;

  @Field(() => Float, { description: 'Degrees east, WGS 84.' })
  lng: number;

  @Field(() => Int, { description: 'How far the true place may be, in metres.' })
  radiusMetres: number;

  @Field(() => String, { nullable: true, description: 'The nearest town; null where none is within 15 km.' })
  label: string | null;
}

@InputType({ description: 'A point on Earth, WGS 84.' })
export class GeoPointInput {
  @Field(() => Float, { description: 'Degrees north, -90..90.' })
  lat: number;

  @Field(() => Float, { description: 'Degrees east, -180..180.' })
  lng: number;
}

const LABEL_REACH_METRES = 15_000;

/** A coarsened point with what there is to say of it. */
export function toApproximatePlace(shown: Point): ApproximatePlace {
  const label = nearestTown(shown, LABEL_REACH_METRES)?.name ?? null;
  return Object.assign(new ApproximatePlace(), { ...shown, radiusMetres: toRadiusMetres(shown), label });
}

const degrees = (most: number) => {
  const error = words({ fr: `Entre -${most} et ${most} degrés.`, en: `Between -${most} and ${most} degrees.` });
  return z.number().min(-most, { error }).max(most, { error });
};

/** What a point given from outside must be. */
export const pointShape: z.ZodType<Point> = z.object({ lat: degrees(90), lng: degrees(180) });

/** The point itself when it is on Earth; BAD_USER_INPUT otherwise. */
export function requirePoint(near: Point): Point {
  const { success } = pointShape.safeParse(near);
  if (success) return near;
  throw codedError('BAD_USER_INPUT', '`near` must be a point on Earth: `lat` -90..90, `lng` -180..180.');
}

/** From `near` to a coarsened point in metres, rounded to 100; null without one. Throws BAD_USER_INPUT when `near` is nowhere. */
export function toShownDistance(shown: Point | null, near: Point): number | null {
  requirePoint(near);
  return shown && Math.round(distanceMetres(near, shown) / 100) * 100;
}

import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ListSize } from '@secondlife/platform/subgraph/cost';
import type { Context } from '../context.js';
import { CATEGORIES, Category, findCategory } from './category.js';

@Resolver(() => Category)
export class CategoryResolver {
  @ListSize({ assumed: CATEGORIES.length })
  @Query(() => [Category], { nullable: true, description: 'All categories, a parent before its children, in the order in which to show them.' })
  categories(): Category[] {
    return [...CATEGORIES];
  }

  @FieldResolver(() => String, { description: 'In the language of the request.' })
  name(@Root() { names }: Category, @Ctx() { viewer }: Context): string {
    return names[viewer.language];
  }

  @FieldResolver(() => Category, { nullable: true, description: 'The wider category; null at the top.' })
  parent(@Root() { parentId }: Category): Category | null {
    return parentId === null ? null : findCategory(parentId);
  }
}

import { Field, Int, ObjectType } from 'type-graphql';
import { LocalityType } from '../foreign.type.js';
import type { RaisedBy } from './common-matters.js';

@ObjectType('RaisedBy', { description: '提出地方: a locality that raised it, and how often' })
export class RaisedByType {
  @Field(() => LocalityType, { description: '地方: which one' })
  locality: LocalityType;

  @Field(() => Int, { description: '件数: its items' })
  items: number;

  static of({ locality, items }: RaisedBy): RaisedByType {
    return Object.assign(new RaisedByType(), { locality: LocalityType.of(locality), items });
  }
}

/** Of more there are rows of a breakdown. */
export const MOST_SHOWN = 100;

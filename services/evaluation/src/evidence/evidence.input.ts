import { badInput, DecimalScalar, readId } from '@duban/kernel/graphql';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput } from '../command-input.type.js';
import { readYear } from '../evaluation.context.js';
import type { EvidenceDocument } from './evidence.js';
import type { SaidOf } from './evidence-scene.js';

@InputType({ description: '佐证材料: a document that shows why a grade is what it is' })
export class ScoreDocumentInput {
  @Field(() => String, { description: '名称: what it is, 1 to 200 characters' })
  title: string;

  @Field(() => String, {
    description: '出处: where it is kept, such as a document number, 1 to 500 characters',
  })
  reference: string;
}

/** What is said of somebody, under which code and how much; whoever says it. */
@InputType({ description: '评分依据: about whom, under which code, and how much' })
export abstract class AboutInput extends CommandInput {
  @Field(() => String, {
    description:
      '代码: one that a sheet in force asks for; those that ask for a grade are in assessmentTasks',
  })
  code: string;

  @Field(() => Int, { description: '年度: whose score it counts in' })
  year: number;

  @Field(() => ID, { nullable: true, description: '承办单位: whom it is about' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: '科室: the section it is about, instead of its unit' })
  sectionId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      '件: the case it is about, the unit or section as a whole when left out; alone, the suggestion itself',
  })
  proposalId?: string | null;

  @Field(() => DecimalScalar, { description: '分值: from 0 to what is full; 1 for a flag' })
  value: string;

  @Field(() => [ScoreDocumentInput], { defaultValue: [], description: '佐证材料: at most 20' })
  documents: ScoreDocumentInput[];

  @Field(() => String, { nullable: true, description: '说明: in words, at most 2000 characters' })
  note?: string | null;
}

export const readDocuments = (documents: readonly ScoreDocumentInput[]): EvidenceDocument[] =>
  documents.map(({ title, reference }) => ({ title, reference }));

/** Refuses ids that are none, a year that cannot be, and what is about nobody or about two at once. */
export const readSaid = ({ documents, ...said }: AboutInput): SaidOf => ({
  code: said.code,
  year: readYear(said.year),
  ...readAbout(said),
  value: said.value,
  documents: readDocuments(documents),
  note: said.note ?? null,
});

type Ids = Pick<AboutInput, 'unitId' | 'sectionId' | 'proposalId'>;

function readAbout({ unitId, sectionId, proposalId }: Ids): Pick<SaidOf, 'about' | 'case'> {
  const about = proposalId == null ? null : readId('proposal', proposalId, 'proposalId');
  if (unitId != null && sectionId != null)
    throw badInput('unitId 与 sectionId 只能写一个。', 'give unitId or sectionId, and not both.');
  if (unitId != null) return { about: { ...readId('unit', unitId, 'unitId'), kind: 'UNIT' }, case: about };
  if (sectionId != null)
    return { about: { ...readId('section', sectionId, 'sectionId'), kind: 'SECTION' }, case: about };
  if (about) return { about: { ...about, kind: 'PROPOSAL' }, case: null };
  throw badInput('请写 unitId、sectionId 或 proposalId。', 'give unitId, sectionId or proposalId.');
}

import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { RecordedDraftEvent } from '../../definitions/draft-events.js';
import type { DefinitionDraft, DraftPhase } from '../../definitions/draft-state.js';
import { encodeId } from '../../public-id.js';
import { enumOf } from '../enum.js';
import { RoleEnum } from '../role.type.js';
import { DateScalar, DateTimeScalar } from '../scalars.js';

export const DefinitionDraftPhaseEnum = enumOf<DraftPhase>(
  'DefinitionDraftPhase',
  '草案状态: how far a draft is',
  {
    DRAFT: '在拟: being written',
    CHECKED: '已检查: without a problem, waits for somebody else',
    APPROVED: '已批准: published',
    REJECTED: '已退回: not approved',
    WITHDRAWN: '已撤回: not pursued',
    REVOKED: '批准已撤销: approved, and withdrawn before it came into force',
  },
);

@Directive('@shareable')
@ObjectType({ description: '草案经过: one step of a draft' })
export class DefinitionDraftStep {
  constructor(readonly event: RecordedDraftEvent) {}

  @Field(() => String, { description: '步骤: such as process.approved' })
  get type(): string {
    return this.event.type;
  }

  @Field(() => DateTimeScalar, { description: '时间: when it was recorded' })
  get at(): string {
    return this.event.recordedAt;
  }

  @Field(() => RoleEnum, { description: '角色: of whoever did it' })
  get actorRole(): string {
    return this.event.actorRole;
  }

  @Field(() => ID, { nullable: true, description: '账号编号: of whoever did it' })
  get actorId(): string | null {
    const { actorId: id, tenant } = this.event;
    return id === null ? null : encodeId({ kind: 'account', tenant, id });
  }

  @Field(() => String, { nullable: true, description: '说明: the note or reason that was given' })
  get note(): string | null {
    const { note, reason } = this.event.payload as { note?: string | null; reason?: string | null };
    return note ?? reason ?? null;
  }
}

/** What every draft shows; its id, its problems and its changes are its service's own. */
@ObjectType({ description: '定义草案: what every draft shows' })
export abstract class DraftOfDefinition {
  constructor(
    readonly tenant: number,
    readonly draft: DefinitionDraft,
  ) {}

  @Field(() => DefinitionDraftPhaseEnum, { description: '状态: how far it is' })
  get phase(): string {
    return this.draft.phase;
  }

  @Field(() => String, { description: '正文: the locality’s own layer, as YAML' })
  get text(): string {
    return this.draft.text;
  }

  @Field(() => String, { nullable: true, description: '说明: why it was drafted' })
  get note(): string | null {
    return this.draft.note;
  }

  @Field(() => String, { nullable: true, description: '版本: the one it became' })
  get version(): string | null {
    return this.draft.version;
  }

  @Field(() => DateScalar, { nullable: true, description: '生效日期: of the version it became' })
  get effectiveFrom(): string | null {
    return this.draft.effectiveFrom;
  }

  @Field(() => [DefinitionDraftStep], { description: '经过: who did what, when' })
  get steps(): DefinitionDraftStep[] {
    return this.draft.events.map((event) => new DefinitionDraftStep(event));
  }
}

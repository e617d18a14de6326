import 'reflect-metadata';
import { buildSubgraph } from '@duban/kernel/graphql';
import { AccountListQuery } from './account-list/account-list.query.js';
import { DisableAccountMutation } from './disable-account/disable-account.mutation.js';
import { EnableAccountMutation } from './enable-account/enable-account.mutation.js';
import { EndGrantMutation } from './end-grant/end-grant.mutation.js';
import { EndMandateMutation } from './end-mandate/end-mandate.mutation.js';
import { GiveGrantMutation } from './give-grant/give-grant.mutation.js';
import { GroupListQuery } from './group-list/group-list.query.js';
import { LocalityMandates, MandateListQuery } from './mandate-list/mandate-list.query.js';
import { OpenAccountMutation } from './open-account/open-account.mutation.js';
import type { PeopleReadDeps } from './people.context.js';
import { references } from './people.reference.js';
import { PersonLinks } from './person-links.type.js';
import { PEOPLE_REFUSALS } from './refusals.js';
import { RegisterMandateMutation } from './register-mandate/register-mandate.mutation.js';
import { ResetPasswordMutation } from './reset-password/reset-password.mutation.js';
import { ResumeMandateMutation } from './resume-mandate/resume-mandate.mutation.js';
import { ShowPersonQuery } from './show-person/show-person.query.js';
import { ShowViewerQuery } from './show-viewer/show-viewer.query.js';
import { SuspendMandateMutation } from './suspend-mandate/suspend-mandate.mutation.js';

export const subgraph = buildSubgraph<PeopleReadDeps>({
  name: 'people',
  resolvers: [
    ShowViewerQuery,
    ShowPersonQuery,
    MandateListQuery,
    LocalityMandates,
    PersonLinks,
    GroupListQuery,
    AccountListQuery,
    RegisterMandateMutation,
    SuspendMandateMutation,
    ResumeMandateMutation,
    EndMandateMutation,
    OpenAccountMutation,
    ResetPasswordMutation,
    DisableAccountMutation,
    EnableAccountMutation,
    GiveGrantMutation,
    EndGrantMutation,
  ],
  references,
  refusals: PEOPLE_REFUSALS,
});

import { randomInt } from 'node:crypto';
import type { Story } from './story.js';

const ADMIN = 'tenant-admin';
const today = (): string => new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });

/** What the administrator does: units, mandates, accounts, grants, each opened, changed and ended. */
export async function tellHouse(story: Story): Promise<void> {
  await tellUnits(story);
  await tellSharing(story);
  await tellMandates(story);
  await tellAccounts(story);
}

async function tellUnits(story: Story): Promise<void> {
  const unit = {
    code: `new-unit-${randomInt(1_000_000)}`,
    name: story.text('新设单位'),
    shortName: story.text('新单位'),
    system: 'GOVERNMENT',
    sections: [{ code: 'office', name: story.text('办公室') }],
  };
  const { unit: opened } = await story.does(ADMIN, 'registerUnit', unit, 'unit { id }');
  const renamed = { unitId: opened.id, name: story.text('改名单位'), shortName: story.text('改名') };
  await story.does(ADMIN, 'renameUnit', renamed);
  const successorId = await story.unitOf('unit-head');
  await story.does(ADMIN, 'closeUnit', { unitId: opened.id, lastDay: today(), successorId });
}

/** Opened for those above, and taken back. */
async function tellSharing(story: Story): Promise<void> {
  await story.does(ADMIN, 'setSharing', { level: 'METADATA', reason: story.text('接受上级督办') });
  await story.does(ADMIN, 'setSharing', { level: 'COUNTS', reason: story.text('督办结束') });
}

async function tellMandates(story: Story): Promise<void> {
  const newPerson = {
    name: story.text('新代表'),
    gender: 'FEMALE',
    ethnicity: story.text('苗族'),
    phone: `1390${randomInt(1_000_000, 9_999_999)}`,
  };
  const mandate = {
    newPerson,
    kind: 'DEPUTY',
    term: story.text('第十六届'),
    certificateNumber: story.text('0001'),
    electoralUnit: story.text('选区'),
    delegation: story.text('代表团'),
    party: story.text('群众'),
    from: '2022-01-01',
  };
  const { mandate: registered } = await story.does(ADMIN, 'registerMandate', mandate, 'mandate { id }');
  const about = { mandateId: registered.id, reason: story.text('个人原因') };
  await story.does(ADMIN, 'suspendMandate', about);
  await story.does(ADMIN, 'resumeMandate', about);
  await story.does(ADMIN, 'endMandate', { ...about, on: today() });
}

async function tellAccounts(story: Story): Promise<void> {
  const login = `${story.code}.new-${randomInt(1_000_000)}`;
  const opening = { login, name: story.text('新同志'), role: 'STREET_COMMITTEE_OFFICER' };
  const { account } = await story.does(ADMIN, 'openAccount', opening, 'account { id }');
  const accountId = account.id;
  await story.does(ADMIN, 'resetPassword', { accountId });
  const given = { accountId, role: 'EVALUATOR', validFrom: today() };
  const { grant } = await story.does(ADMIN, 'giveGrant', given, 'grant { id }');
  await story.does(ADMIN, 'endGrant', { grantId: grant.id });
  await story.does(ADMIN, 'disableAccount', { accountId, reason: story.text('停用') });
  await story.does(ADMIN, 'enableAccount', { accountId });
}

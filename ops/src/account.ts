import { parseArgs } from 'node:util';
import { fillText, KERNEL_REFUSALS, type RefusalText, ROLES, type Role } from '@duban/kernel';
import { createLog, roleName } from '@duban/kernel/runtime';
import {
  type AccountOpening,
  type AccountWish,
  type NewAccount,
  openAccounts,
  PEOPLE_REFUSALS,
  ROLE_NAMES,
} from '@duban/people/account';
import { Failure, reportFailure } from './failure.js';
import { withInstallationDatabase } from './installation-database.js';
import { keptIssuer } from './issuer.js';
import { readLocalities } from './localities.js';

/*
 * `npm run account -- --locality CODE --login LOGIN --role TENANT_ADMIN`: an account with its first
 * role and a one-time password. This is how a new installation gets its first administrator, who
 * opens all others.
 */

const USAGE = {
  zh: '用法:npm run account -- --locality 代码 --login 登录名 --role TENANT_ADMIN [--name 姓名] [--subject 外部用户标识]',
  en: 'Usage: npm run account -- --locality CODE --login LOGIN --role TENANT_ADMIN [--name NAME] [--subject SUB]',
};

function readArguments(): AccountWish {
  const { locality, login, role, name = null, subject = null } = readOptions();
  if (!locality || !login || !role) throw new Failure(USAGE.zh, USAGE.en);
  if (!isRole(role))
    throw new Failure(`没有角色“${role}”。${USAGE.zh}`, `There is no role "${role}". ${USAGE.en}`);
  const found = readLocalities().find(({ code }) => code === locality);
  if (!found) throw new Failure(`没有代码为 ${locality} 的地方。`, `No locality has the code ${locality}.`);
  return { tenant: found.number, code: found.code, login, role, name, subject };
}

function readOptions() {
  const text = { type: 'string' } as const;
  const options = { locality: text, login: text, role: text, name: text, subject: text };
  try {
    return parseArgs({ options }).values;
  } catch (cause) {
    throw new Failure(USAGE.zh, USAGE.en, { cause });
  }
}

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** Null where people sign in with the bundled provider. */
function outsideIssuer(): string | null {
  const { publicUrl, issuer } = keptIssuer();
  return issuer === `${publicUrl}/oidc` ? null : issuer;
}

async function openOne(accounts: AccountOpening, wish: AccountWish): Promise<NewAccount> {
  const outcome = await accounts.open(wish);
  if (outcome.accepted) return outcome.value;
  const texts: Readonly<Record<string, RefusalText>> = { ...KERNEL_REFUSALS, ...PEOPLE_REFUSALS };
  const text = texts[outcome.code] ?? { zh: outcome.code, en: outcome.code };
  throw new Failure(fillText(text.zh, outcome.params), fillText(text.en, outcome.params));
}

function tell({ login, oneTimePassword }: NewAccount, { zh, en }: RefusalText): void {
  const lines = [`✓ 已开通账号:${zh}。`, `  The account is open: ${en}.`, `  登录名 login     ${login}`];
  if (oneTimePassword) {
    lines.push(
      `  一次性密码 one-time password     ${oneTimePassword}`,
      '  密码只显示这一次;首次登录时须修改。',
      '  The password is shown this once, and has to be changed at the first sign-in.',
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main(): Promise<void> {
  const wish = readArguments();
  await withInstallationDatabase(async (database) => {
    const url = database.urlOf(roleName('people', 'app'));
    const accounts = await openAccounts(url, createLog('account', 'silent'), outsideIssuer());
    try {
      tell(await openOne(accounts, wish), ROLE_NAMES[wish.role]);
    } finally {
      await accounts.close();
    }
  });
}

await main().catch(reportFailure);

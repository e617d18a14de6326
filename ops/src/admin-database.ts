import pg from 'pg';
import { Failure } from './failure.js';

const OLDEST = 150_000;

/** Makes sure that an administrator's URL of an existing server can be used, or says what is wrong with it. */
export async function checkAdminDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: assertUrl(url), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect().catch((cause) => {
    throw unreachable(url, cause);
  });
  try {
    const { rows } = await client.query<Server>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS text,
              current_user AS "user", rolsuper OR (rolcreaterole AND rolcreatedb) AS allowed
         FROM pg_roles WHERE rolname = current_user`,
    );
    if (rows[0]) judgeServer(rows[0]);
  } finally {
    await client.end().catch(() => undefined);
  }
}

type Server = {
  readonly version: number;
  readonly text: string;
  readonly user: string;
  readonly allowed: boolean;
};

/** Refuses a server that is too old, and a user who may not do what has to be done. */
export function judgeServer({ version, text, user, allowed }: Server): void {
  if (version < OLDEST) throw tooOld(text);
  if (!allowed) throw noRights(user);
}

function assertUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new Failure(
    'DATABASE_URL 的格式不对,应为 postgres://用户:密码@主机:端口/数据库。',
    'DATABASE_URL is malformed; it should read postgres://user:password@host:port/database.',
  );
}

function unreachable(url: string, cause: Error & { code?: string }): Failure {
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}:${port || '5432'}${pathname}`;
  const refused: Record<string, [string, string]> = {
    '28P01': ['用户名或密码不对', 'wrong user name or password'],
    '28000': ['服务器不接受此用户的连接', 'the server does not accept this user'],
    '3D000': ['数据库不存在', 'the database does not exist'],
  };
  const [zh, en] = refused[cause.code ?? ''] ?? [
    `无法连接(${cause.code ?? cause.message})`,
    `cannot be reached (${cause.code ?? cause.message})`,
  ];
  return new Failure(
    `DATABASE_URL 指向的数据库 ${place}:${zh}。请检查 DATABASE_URL,或去掉它以使用内置数据库。`,
    `The database of DATABASE_URL, ${place}: ${en}. Check DATABASE_URL, or unset it to use the embedded database.`,
    { cause },
  );
}

const tooOld = (version: string): Failure =>
  new Failure(
    `DATABASE_URL 指向的 PostgreSQL 版本为 ${version},需要 15 及以上。`,
    `The PostgreSQL of DATABASE_URL is version ${version}; 15 or later is needed.`,
  );

const noRights = (user: string): Failure =>
  new Failure(
    `DATABASE_URL 的用户 ${user} 不能创建角色和数据库。请使用管理员(超级用户,或具有 CREATEROLE 和 CREATEDB)的连接。`,
    `User ${user} of DATABASE_URL may not create roles and databases. Use an administrator (superuser, or CREATEROLE and CREATEDB).`,
  );

import { randomBytes } from 'node:crypto';
import { loginRolesOf } from '@duban/kernel/provision';
import { SERVICES } from './process-table.js';
import { passwordVariable } from './role-passwords.js';

/* `npm run -s deployment:secrets > .env`: every secret that docker-compose.yml asks the environment for, newly made. */
const secret = (): string => randomBytes(32).toString('hex');

const lines = [
  `POSTGRES_PASSWORD=${secret()}`,
  `DUBAN_GATEWAY_KEYS=k1:${randomBytes(32).toString('base64url')}`,
  ...SERVICES.flatMap(loginRolesOf).map((role) => `${passwordVariable(role)}=${secret()}`),
  '# The address people reach the gateway at.',
  'PUBLIC_URL=http://localhost:4000',
];
process.stdout.write(`${lines.join('\n')}\n`);

// Following as a process of its own, for specs that kill one: `node follower-process.js <app's url> <relay's url>`.
import { wire } from '../wiring.js';
import { quiet } from './evaluation-database.js';

const [databaseUrl = '', relayUrl = ''] = process.argv.slice(2);
await wire({ databaseUrl, relayUrl, log: quiet });
process.stdout.write('following\n');
// It goes when whoever started it does.
process.stdin.on('end', () => process.exit()).resume();

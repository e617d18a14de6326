import { follow } from '@duban/evaluation/followed-country';
import { recountsByDay } from './recounts.js';

/*
 * Evaluation without its server, as a process of its own, so that its processor time can be told: follows
 * the logs at the addresses it is given until its parent is gone.
 */

const [databaseUrl = '', relayUrl = ''] = process.argv.slice(2);
const following = await follow({ databaseUrl, relayUrl }, recountsByDay().DUBAN_RECOUNT_HOURS);
process.on('disconnect', () => void following.close().then(() => process.exit()));
process.send?.('following');

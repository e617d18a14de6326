import { spawn } from 'node:child_process';

/*
 * Stands between the supervisor and a program that would outlive it, on systems without setpriv.
 * When the channel to the supervisor breaks, however the supervisor ended, the program is stopped.
 */
const [command, ...args] = process.argv.slice(2);
if (!command) process.exit(2);

const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const forward = (signal: NodeJS.Signals) => child.kill(signal);

process.on('disconnect', () => forward('SIGINT'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGQUIT'] as const) process.on(signal, () => forward(signal));
child.on('error', () => process.exit(127));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

import { setSourceMapsSupport } from 'node:module';

/*
 * Loaded into every child before its own code (`node --import`). On systems without setpriv the
 * kernel does not end a child with its parent; the broken channel does.
 */

// Traces name our own sources; the maps of all packages would cost each process some 15 MB.
setSourceMapsSupport(true, { nodeModules: false });

if (process.channel) {
  process.on('disconnect', () => process.exit(1));
  process.channel.unref();
}

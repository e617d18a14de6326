/*
 * Loaded into every child before its own code (`node --import`). On systems without setpriv the
 * kernel does not end a child with its parent; the broken channel does.
 */
if (process.channel) {
  process.on('disconnect', () => process.exit(1));
  process.channel.unref();
}

export {};

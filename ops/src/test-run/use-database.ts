/** Before each suite: which of the servers is this worker's. */
const own = process.env[`DUBAN_TEST_ADMIN_URL_${process.env.JEST_WORKER_ID ?? 1}`];
if (own) process.env.DUBAN_TEST_ADMIN_URL = own;

export {};

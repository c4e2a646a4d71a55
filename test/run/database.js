/** Before each file: the one of the databases, which NEO4J_URI names between commas, that is this worker's. */
const uris = process.env.NEO4J_URI?.split(',') ?? [];
if (uris.length > 1) process.env.NEO4J_URI = uris[Number(process.env.VITEST_POOL_ID) - 1];

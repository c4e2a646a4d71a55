/** Each worker has a Neo4j of its own, where there are several: NEO4J_URI names them with commas. */
const uris = (process.env.NEO4J_URI ?? '').split(',');
if (uris.length > 1) process.env.NEO4J_URI = uris[Number(process.env.JEST_WORKER_ID) - 1];

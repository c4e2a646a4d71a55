import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { Neo4jGraphQL } from '@neo4j/graphql';
import fastify from 'fastify';
import neo4j from 'neo4j-driver';

const DATED = 'from: String  fromMin: String!  fromMax: String!  untilMin: String!  untilMax: String!  recordedAt: BigInt!  retractedAt: BigInt!';

/** Mandat's graph as @neo4j/graphql models it: the same labels, edges and properties. */
const typeDefs = `
  type Person @node {
    id: ID!  name: String!  sortKey: String!
    seats: [Body!]! @relationship(type: "MEMBER_OF", direction: OUT, properties: "Membership")
    parties: [Party!]! @relationship(type: "AFFILIATED_WITH", direction: OUT, properties: "Dated")
    homes: [Municipality!]! @relationship(type: "AFFILIATED_WITH", direction: OUT, properties: "Dated")
    names: [Name!]! @relationship(type: "CALLED", direction: OUT, properties: "Dated")
  }
  type Body @node {
    id: ID!  name: String!  sortKey: String!  kind: String!  ${DATED}
    members: [Person!]! @relationship(type: "MEMBER_OF", direction: IN, properties: "Membership")
  }
  type Municipality @node {
    id: ID!  name: String!
    people: [Person!]! @relationship(type: "AFFILIATED_WITH", direction: IN, properties: "Dated")
  }
  type Party @node { id: ID!  name: String! }
  type Name @node {
    id: ID!  text: String!
    words: [SearchWord!]! @relationship(type: "HAS_WORD", direction: OUT)
    people: [Person!]! @relationship(type: "CALLED", direction: IN, properties: "Dated")
  }
  type SearchWord @node {
    text: String!
    names: [Name!]! @relationship(type: "HAS_WORD", direction: IN)
  }
  type Membership @relationshipProperties { id: ID!  role: String!  ${DATED} }
  type Dated @relationshipProperties { ${DATED} }
`;

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;

const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
const features = {
  filters: { String: { LT: true, GT: true } },
  excludeDeprecatedFields: { attributeFilters: true, relationshipFilters: true, mutationOperations: true, aggregationFilters: true },
};
const schema = await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema();
const app = fastify();
const apollo = new ApolloServer({ schema, csrfPrevention: false, stopOnTerminationSignals: false, plugins: [ApolloServerPluginCacheControlDisabled()] });
await apollo.start();
app.route({
  url: '/graphql',
  method: ['POST'],
  handler: fastifyApolloHandler(apollo, { context: async () => ({ sessionConfig: { database: NEO4J_DATABASE } }) }),
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.once('SIGTERM', async () => {
  await app.close();
  await driver.close();
});
console.log(`${address}/graphql`);

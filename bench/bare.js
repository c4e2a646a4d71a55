import fastify from 'fastify';
import neo4j from 'neo4j-driver';

const ROLES = 'CHAIR VICE_CHAIR CO_CHAIR CHAIRMANSHIP MEMBER REPRESENTATIVE SUBSTITUTE OBSERVER MAYOR DEPUTY_MAYOR ALDERMAN COUNCILLOR'.split(' ');

const now = (edge) => `${edge}.fromMin < $end AND ${edge}.untilMax > $start AND ${edge}.retractedAt > $now`;
const rank = (edge) => `CASE WHEN ${edge}.fromMax < $end AND ${edge}.untilMin > $start AND ${edge}.fromMax < ${edge}.untilMin THEN 0 ELSE 1 END`;
const seat = (edge) => `${now(edge)} AND ${edge}.role <> 'SUBSTITUTE'`;

const before = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** Certain first, then by role, name and id: columns that every row of a seat begins with. */
const bySeat = (a, b) => a[0] - b[0] || ROLES.indexOf(a[1]) - ROLES.indexOf(b[1]) || before(a[2], b[2]) || before(a[3], b[3]);

const seatsOf = (rows) => ({ nodes: rows.sort(bySeat).map(([, role, , , name]) => ({ role, body: { name } })) });

/** One query for each operation, and how its rows become the JSON that Mandat answers. */
const routes = {
  members: {
    text: `MATCH (b:Body {id: $id})<-[m:MEMBER_OF]-(p:Person) WHERE ${seat('m')}
      OPTIONAL MATCH (p)-[a:AFFILIATED_WITH]->(y:Party) WHERE ${now('a')}
      RETURN ${rank('m')}, m.role, p.sortKey, m.id, m.from, p.id, p.name, y.name, b.name`,
    json: (rows) => ({
      body: {
        name: rows[0][8],
        members: {
          nodes: rows.sort(bySeat).map(([, role, , , from, id, name, party]) => ({ role, from, person: { id, name, party: party && { name: party } } })),
        },
      },
    }),
  },
  seats: {
    text: `MATCH (p:Person {id: $id})
      OPTIONAL MATCH (p)-[m:MEMBER_OF]->(b:Body) WHERE ${seat('m')}
      RETURN ${rank('m')}, m.role, b.sortKey, m.id, m.from, b.id, b.name, b.kind, p.name`,
    json: (rows) => ({
      person: {
        name: rows[0][8],
        memberships: {
          nodes: rows
            .filter(([, role]) => role)
            .sort(bySeat)
            .map(([, role, , , from, id, name, kind]) => ({ role, from, body: { id, name, kind } })),
        },
      },
    }),
  },
  levels: {
    text: `MATCH (b:Body {id: $id})<-[m:MEMBER_OF]-(p:Person) WHERE ${seat('m')}
      CALL (p) { MATCH (p)-[n:MEMBER_OF]->(c:Body) WHERE ${seat('n')} RETURN collect([${rank('n')}, n.role, c.sortKey, n.id, c.name]) AS seats }
      RETURN ${rank('m')}, m.role, p.sortKey, m.id, p.name, seats, b.name`,
    json: (rows) => ({
      body: {
        name: rows[0][6],
        members: { nodes: rows.sort(bySeat).map(([, role, , , name, seats]) => ({ role, person: { name, memberships: seatsOf(seats) } })) },
      },
    }),
  },
  bodies: {
    text: `MATCH (b:Body) WHERE b.sortKey > '' AND ${rank('b')} = 0 AND b.retractedAt > $now
      WITH b ORDER BY b.sortKey LIMIT 50
      CALL (b) { MATCH (b)<-[m:MEMBER_OF]-(p:Person) WHERE ${seat('m')} RETURN count(m) AS count }
      RETURN b.id, b.name, b.kind, count`,
    json: (rows) => ({ bodies: { nodes: rows.map(([id, name, kind, totalCount]) => ({ id, name, kind, members: { totalCount } })) } }),
  },
  people: {
    text: `MATCH (p:Person) WHERE p.sortKey > '' AND p.retractedAt > $now
      WITH p ORDER BY p.sortKey LIMIT 50
      CALL (p) { MATCH (p)-[m:MEMBER_OF]->(b:Body) WHERE ${seat('m')} RETURN collect([${rank('m')}, m.role, b.sortKey, m.id, b.name]) AS seats }
      RETURN p.id, p.name, seats`,
    json: (rows) => ({ people: { nodes: rows.map(([id, name, seats]) => ({ id, name, memberships: seatsOf(seats) })) } }),
  },
  residents: {
    text: `MATCH (x:Municipality {id: $id})<-[a:AFFILIATED_WITH]-(p:Person) WHERE ${now('a')}
      WITH DISTINCT x, p ORDER BY p.sortKey LIMIT 20
      RETURN p.id, p.name, x.name`,
    json: (rows) => ({ municipality: { name: rows[0][2], people: { nodes: rows.map(([id, name]) => ({ id, name })) } } }),
  },
  named: {
    text: `MATCH (w:SearchWord)<-[:HAS_WORD]-(n:Name) WHERE w.text STARTS WITH $anchor AND ANY(word IN n.words WHERE word STARTS WITH $other)
      MATCH (n)<-[c:CALLED]-(p:Person) WHERE c.retractedAt > $now
      WITH DISTINCT p ORDER BY p.sortKey
      RETURN p.id, p.name`,
    json: (rows) => ({ people: { nodes: rows.map(([id, name]) => ({ id, name })) } }),
  },
  party: {
    text: `MATCH (x:Municipality {id: $place})<-[h:AFFILIATED_WITH]-(p:Person)-[a:AFFILIATED_WITH]->(y:Party {id: $party}) WHERE ${now('h')} AND ${now('a')}
      MATCH (p)-[m:MEMBER_OF]->(b:Body) WHERE ${seat('m')}
      RETURN ${rank('m')}, m.role, p.sortKey, m.id, p.id, p.name, b.id, b.name`,
    json: (rows) => ({
      representations: {
        nodes: rows
          .sort(bySeat)
          .map(([, role, , , id, name, body, called]) => ({ person: { id, name }, body: { id: body, name: called }, membership: { role } })),
      },
    }),
  },
};

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE: database } = process.env;

const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), { disableLosslessIntegers: true });
const app = fastify();
app.post('/:operation', async (request) => {
  const { text, json } = routes[request.params.operation];
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(text, request.body);
    return { data: json(records.map((record) => record.keys.map((_, at) => record.get(at)))) };
  } finally {
    await session.close();
  }
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.once('SIGTERM', async () => {
  await app.close();
  await driver.close();
});
console.log(address);

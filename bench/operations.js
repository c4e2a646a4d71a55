// Each operation in three query languages: Mandat's, @neo4j/graphql's, and one query by hand. `rows` and `rivalRows` say what an answer
// says, in no order, so that answers can be compared; `draw` gives the variables of one request. `isOwn`: only Mandat answers it.

const EDGE = 'fromMin: { lt: $end }  untilMax: { gt: $start }  retractedAt: { eq: $never }';
const SEAT = `edge: { ${EDGE}  NOT: { role: { eq: "SUBSTITUTE" } } }`;
const TIE = `edge: { ${EDGE} }`;
const DAY = '$start: String!  $end: String!  $never: BigInt!';

const seatsOfRival = (person) => person.seatsConnection.edges.map(({ properties, node }) => [properties.role, node.name]);
const seatsOf = (person) => person.memberships.nodes.map(({ role, body }) => [role, body.name]);

const members = {
  name: 'members',
  title: 'members of a body, with party',
  draw: (from) => ({ id: from.body(), asOf: from.day() }),
  mandat: `query Members($id: ID!, $asOf: LocalDate) {
    body(id: $id, asOf: $asOf) { name members { nodes { role from person { id name party { name } } } } } }`,
  rows: ({ body }) => [body.name, body.members.nodes.map(({ role, from, person }) => [role, from, person.id, person.name, person.party?.name ?? null])],
  rival: `query Members($id: ID!, ${DAY}) {
    bodies(where: { id: { eq: $id } }) { name membersConnection(where: { ${SEAT} }) { edges { properties { role from } node {
      id name partiesConnection(where: { ${TIE} }) { edges { node { name } } } } } } } }`,
  rivalRows: ({ bodies: [body] }) => [
    body.name,
    body.membersConnection.edges.map(({ properties, node }) => [
      properties.role,
      properties.from,
      node.id,
      node.name,
      node.partiesConnection.edges[0]?.node.name ?? null,
    ]),
  ],
};

const seats = {
  name: 'seats',
  title: "a person's seats",
  draw: (from) => ({ id: from.person(), asOf: from.day() }),
  mandat: `query Seats($id: ID!, $asOf: LocalDate) {
    person(id: $id, asOf: $asOf) { name memberships { nodes { role from body { id name kind } } } } }`,
  rows: ({ person }) => [person.name, person.memberships.nodes.map(({ role, from, body }) => [role, from, body.id, body.name, body.kind])],
  rival: `query Seats($id: ID!, ${DAY}) {
    people(where: { id: { eq: $id } }) { name seatsConnection(where: { ${SEAT} }) { edges { properties { role from } node { id name kind } } } } }`,
  rivalRows: ({ people: [person] }) => [
    person.name,
    person.seatsConnection.edges.map(({ properties, node }) => [properties.role, properties.from, node.id, node.name, node.kind]),
  ],
};

const levels = {
  name: 'levels',
  title: 'members and their other seats, four levels',
  draw: members.draw,
  mandat: `query Levels($id: ID!, $asOf: LocalDate) {
    body(id: $id, asOf: $asOf) { name members { nodes { role person { name memberships { nodes { role body { name } } } } } } } }`,
  rows: ({ body }) => [body.name, body.members.nodes.map(({ role, person }) => [role, person.name, seatsOf(person)])],
  rival: `query Levels($id: ID!, ${DAY}) {
    bodies(where: { id: { eq: $id } }) { name membersConnection(where: { ${SEAT} }) { edges { properties { role } node {
      name seatsConnection(where: { ${SEAT} }) { edges { properties { role } node { name } } } } } } } }`,
  rivalRows: ({ bodies: [body] }) => [body.name, body.membersConnection.edges.map(({ properties, node }) => [properties.role, node.name, seatsOfRival(node)])],
};

const bodies = {
  name: 'bodies',
  title: 'a page of 50 bodies, with counts',
  draw: (from) => ({ asOf: from.day() }),
  mandat: 'query Bodies($asOf: LocalDate) { bodies(first: 50, asOf: $asOf) { nodes { id name kind members { totalCount } } } }',
  rows: ({ bodies: { nodes } }) => nodes.map(({ id, name, kind, members: { totalCount } }) => [id, name, kind, totalCount]),
  rival: `query Bodies(${DAY}) {
    bodies(where: { ${EDGE} }, sort: [{ sortKey: ASC }], limit: 50) { id name kind membersConnection(where: { ${SEAT} }) { totalCount } } }`,
  rivalRows: ({ bodies: all }) => all.map(({ id, name, kind, membersConnection }) => [id, name, kind, membersConnection.totalCount]),
};

const people = {
  name: 'people',
  title: 'a page of 50 people, with seats',
  draw: bodies.draw,
  mandat: 'query People($asOf: LocalDate) { people(first: 50, asOf: $asOf) { nodes { id name memberships { nodes { role body { name } } } } } }',
  rows: ({ people: { nodes } }) => nodes.map((person) => [person.id, person.name, seatsOf(person)]),
  rival: `query People(${DAY}) {
    people(sort: [{ sortKey: ASC }], limit: 50) { id name seatsConnection(where: { ${SEAT} }) { edges { properties { role } node { name } } } } }`,
  rivalRows: ({ people: all }) => all.map((person) => [person.id, person.name, seatsOfRival(person)]),
};

const residents = {
  name: 'residents',
  title: 'first 20 people of a municipality',
  draw: (from) => ({ id: from.municipality(), asOf: from.day() }),
  mandat: 'query Residents($id: ID!, $asOf: LocalDate) { municipality(id: $id, asOf: $asOf) { name people(first: 20) { nodes { id name } } } }',
  rows: ({ municipality }) => [municipality.name, municipality.people.nodes.map(({ id, name }) => [id, name])],
  // Whoever sits in the made-up councils also has a home there: asking for homes alone gives the same people.
  rival: `query Residents($id: ID!, ${DAY}) {
    municipalities(where: { id: { eq: $id } }) { name peopleConnection(first: 20, where: { ${TIE} }, sort: [{ node: { sortKey: ASC } }]) { edges { node { id name } } } } }`,
  rivalRows: ({ municipalities: [municipality] }) => [municipality.name, municipality.peopleConnection.edges.map(({ node }) => [node.id, node.name])],
};

const named = {
  name: 'named',
  title: 'people by name',
  draw: (from) => ({ name: from.name(), asOf: from.day() }),
  mandat: 'query Named($name: String!, $asOf: LocalDate) { people(filter: { name: $name }, first: 500, asOf: $asOf) { nodes { id name } } }',
  rows: ({ people: { nodes } }) => nodes.map(({ id, name }) => [id, name]),
  rival: `query Named($anchor: String!, $other: String!, $never: BigInt!) {
    searchWords(where: { text: { startsWith: $anchor } }) { names(where: { words: { some: { text: { startsWith: $other } } } }) {
      peopleConnection(where: { edge: { retractedAt: { eq: $never } } }) { edges { node { id name } } } } } }`,
  rivalRows: ({ searchWords: words }) => [
    ...new Map(
      words.flatMap(({ names }) => names.flatMap(({ peopleConnection }) => peopleConnection.edges.map(({ node }) => [node.id, [node.id, node.name]]))),
    ).values(),
  ],
};

const party = {
  name: 'party',
  title: 'who of a party sits in the bodies of a municipality',
  draw: (from) => ({ place: from.municipality(), party: from.party(), asOf: from.day() }),
  mandat: `query Party($place: ID!, $party: ID!, $asOf: LocalDate) {
    representations(filter: { fromMunicipality: $place, ofParty: $party, how: [BELONGS_TO] }, first: 500, asOf: $asOf) {
      nodes { person { id name } body { id name } membership { role } } } }`,
  rows: ({ representations: { nodes } }) => nodes.map(({ person, body, membership }) => [person.id, person.name, body.id, body.name, membership.role]),
  rival: `query Party($place: ID!, $party: ID!, ${DAY}) {
    municipalities(where: { id: { eq: $place } }) {
      peopleConnection(where: { ${TIE}  node: { partiesConnection: { some: { ${TIE}  node: { id: { eq: $party } } } } } }) { edges { node {
        id name seatsConnection(where: { ${SEAT} }) { edges { properties { role } node { id name } } } } } } } }`,
  rivalRows: ({ municipalities: [municipality] }) =>
    municipality.peopleConnection.edges.flatMap(({ node: person }) =>
      person.seatsConnection.edges.map(({ properties, node }) => [person.id, person.name, node.id, node.name, properties.role]),
    ),
};

const SEARCH =
  'query Search($name: String!, $asOf: LocalDate) { search(text: $name, types: [PERSON], asOf: $asOf) { match node { id ... on Person { name } } } }';

/** What only Mandat answers: nothing is compared. */
const searched = {
  name: 'searched',
  title: 'search for a family name',
  draw: (from) => ({ name: from.familyName(), asOf: from.day() }),
  mandat: SEARCH,
  isOwn: true,
};

/** A name with its second and third letter turned round. */
const misspelt = (name) => name.replace(/^(.)(.)(.)/, '$1$3$2');

const forgiven = {
  name: 'forgiven',
  title: 'search for a misspelt family name',
  draw: (from) => ({ name: misspelt(from.familyName()), asOf: from.day() }),
  mandat: SEARCH,
  isOwn: true,
};

export const operations = [members, seats, levels, bodies, people, residents, named, party, searched, forgiven];

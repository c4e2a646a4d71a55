/** Where a field of another format has its place in our rows: word and field, or the word alone where it says no more than which. `null`: nowhere. */
type Places = Readonly<Record<string, string | null>>;

export interface Sample {
  format: string;
  /** Beside the project. */
  file: string;
  places: Places;
}

/**
 * Every field of three kinds of files as they are published, by its path, and where a row says the same; of things of several kinds, each kind for itself. A field that only says how the file
 * is written, that is of nobody's public office (birth, address, e-mail, portrait, training) or in which language a name is has no place.
 */
export const SAMPLES: readonly Sample[] = [
  {
    format: 'Popolo',
    file: 'popolo/ep-estonia.json',
    places: {
      'areas.id': null,
      'areas.identifiers.identifier': null,
      'areas.identifiers.scheme': null,
      'areas.name': 'memberships.district',
      'areas.other_names.lang': null,
      'areas.other_names.name': null,
      'areas.other_names.note': null,
      'areas.type': null,
      'events(general election).classification': 'elections',
      'events(general election).end_date': 'elections.on',
      'events(general election).id': 'elections.id',
      'events(general election).name': null,
      'events(general election).start_date': 'elections.on',
      'events(legislative period).classification': 'terms',
      'events(legislative period).end_date': 'terms.until',
      'events(legislative period).id': 'terms.id',
      'events(legislative period).identifiers.identifier': null,
      'events(legislative period).identifiers.scheme': null,
      'events(legislative period).name': 'terms.name',
      'events(legislative period).organization_id': 'terms.body',
      'events(legislative period).start_date': 'terms.from',
      'memberships.area_id': 'memberships.district',
      'memberships.end_date': 'memberships.until',
      'memberships.legislative_period_id': 'memberships.term',
      'memberships.on_behalf_of_id': 'affiliations.with',
      'memberships.organization_id': 'memberships.body',
      'memberships.person_id': 'memberships.person',
      'memberships.role': 'memberships.role',
      'memberships.start_date': 'memberships.from',
      'meta.sources': 'documents.url',
      'organizations(legislature).classification': 'bodies.kind',
      'organizations(legislature).id': 'bodies.id',
      'organizations(legislature).identifiers.identifier': 'bodies.identifiers.value',
      'organizations(legislature).identifiers.scheme': 'bodies.identifiers.scheme',
      'organizations(legislature).name': 'bodies.name',
      'organizations(legislature).seats': 'bodies.maximum',
      'organizations(party).classification': 'parties',
      'organizations(party).id': 'parties.id',
      'organizations(party).identifiers.identifier': 'parties.identifiers.value',
      'organizations(party).identifiers.scheme': 'parties.identifiers.scheme',
      'organizations(party).name': 'parties.name',
      'organizations(party).other_names.lang': null,
      'organizations(party).other_names.name': 'parties.aliases.text',
      'organizations(party).other_names.note': null,
      'persons.birth_date': null,
      'persons.death_date': 'people.diedOn',
      'persons.family_name': null,
      'persons.gender': 'people.gender',
      'persons.given_name': null,
      'persons.id': 'people.id',
      'persons.identifiers.identifier': 'people.identifiers.value',
      'persons.identifiers.scheme': 'people.identifiers.scheme',
      'persons.name': 'people.name',
      'persons.other_names.lang': null,
      'persons.other_names.name': 'people.aliases.text',
      'persons.other_names.note': null,
      'persons.sources.url': 'documents.url',
    },
  },
  {
    format: 'CSV',
    file: 'csv/au-NSW.csv',
    places: {
      council: 'bodies.name',
      council_website: null,
      end_date: 'memberships.until',
      executive: 'memberships.title',
      id: 'people.id',
      name: 'people.name',
      party: 'affiliations.with',
      source: 'documents.url',
      start_date: 'memberships.from',
      ward: 'memberships.district',
    },
  },
  {
    format: 'eCH-0294',
    file: 'ech-0294/data_memberships.json',
    places: {
      '@type': null,
      global_uri: null,
      'memberships.authorized_to_vote': null,
      'memberships.electoral_district.global_uri': null,
      'memberships.electoral_district.label.language': null,
      'memberships.electoral_district.label.value': 'memberships.district',
      'memberships.global_uri': null,
      'memberships.group_reference.global_uri': 'bodies.identifiers.value',
      'memberships.group_reference.label': 'bodies.name',
      'memberships.group_reference.local_id': 'bodies.identifiers.value',
      'memberships.is_active': 'memberships.open',
      'memberships.person_reference.global_uri': 'people.identifiers.value',
      'memberships.person_reference.label': 'people.name',
      'memberships.person_reference.local_id': 'people.identifiers.value',
      'memberships.role_type.role_label.language': null,
      'memberships.role_type.role_label.value': 'memberships.title',
      'memberships.role_type.role_type_enum': 'memberships.role',
      'memberships.valid_from': 'memberships.from',
      'memberships.valid_through': 'memberships.until',
    },
  },
];

/** How many of the fields have a place, and how many there are. */
export const placed = (places: Places): [placed: number, all: number] => {
  const all = Object.values(places);
  return [all.filter((place) => place !== null).length, all.length];
};

import { linesOf, rowsOf } from './tables.js';

const REGIONS = 'doc:denmark-regions';
const MUNICIPALITIES = 'doc:denmark-municipalities';
const ISO = 'doc:valg-2025-iso-3166-2';
const TAKES_OVER = ['source:denmark-overgangsloven-2', 'source:denmark-overgangsloven-126'];

export const DOCUMENTS = [
  {
    id: ISO,
    title: 'geoJSON-Danish-Municipalities',
    kind: 'register',
    url: 'https://github.com/magnuslarsen/geoJSON-Danish-Municipalities',
  },
];

const placesByCode = (word) => new Map(rowsOf('denmark', word).map((place) => [place.code, place]));

/** A place with what registers call it, and the passages that say so. */
const called = ({ id, code, name }, all) => ({
  row: {
    id,
    code,
    name,
    identifiers: all.map(({ scheme, value, source }) => ({ scheme, value, sources: [source] })),
    sources: [...new Set(all.map(({ source }) => source))],
  },
  passages: [...new Map(all.map(({ source, document, quote }) => [source, { id: source, document, quote }])).values()],
});

const regionsCalled = (tables) => {
  const regions = placesByCode('regions');
  return linesOf(tables, 'regions').map(({ code, name, nuts2, dagi_id: dagi, iso_3166_2: iso }) => {
    const own = { source: `source:valg-2025-region-${code}`, document: REGIONS, quote: `${code} ${name}, ${nuts2}, dagi_id ${dagi}` };
    return called(regions.get(code), [
      { scheme: 'nuts', value: nuts2, ...own },
      { scheme: 'dagi', value: dagi, ...own },
      { scheme: 'iso-3166-2', value: iso, source: `source:valg-2025-iso-${code}`, document: ISO, quote: `${iso} ${name}` },
    ]);
  });
};

const municipalitiesCalled = (tables) => {
  const municipalities = placesByCode('municipalities');
  return linesOf(tables, 'municipalities').map(({ code, name, dagi_id: dagi }) =>
    called(municipalities.get(code.padStart(4, '0')), [
      { scheme: 'dagi', value: dagi, source: `source:valg-2025-municipality-${code}`, document: MUNICIPALITIES, quote: `${code} ${name}, dagi_id ${dagi}` },
    ]),
  );
};

const dayAfter = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Regions that are merged to another: they exist until its first day, and it succeeds them. */
const mergedRegions = (tables) => {
  const regions = placesByCode('regions');
  const successors = new Map(rowsOf('sundhed', 'regions').map((region) => [region.name, region]));
  return linesOf(tables, 'regions').flatMap(({ code, valid_to: lastDay, note }) => {
    const successor = successors.get(/merges into (.*) \d/.exec(note)?.[1] ?? '');
    if (!successor) return [];
    const { id } = regions.get(code);
    const [from, sources] = [dayAfter(lastDay), [`source:denmark-region-${code}`, ...TAKES_OVER]];
    const slugs = [successor.id, id].map((one) => one.replace('region:', ''));
    return [
      {
        region: id,
        existence: { until: from, sources },
        next: { id: successor.id, name: successor.name, existence: { from, sources: TAKES_OVER }, sources: TAKES_OVER },
        succeeds: { id: `relation:region-${slugs[0]}-succeeds-${slugs[1]}`, kind: 'SUCCEEDS', subject: successor.id, object: id, from, sources },
      },
    ];
  });
};

/** The official identifiers of places, and which region succeeds which. @param {string} tables */
export const placesOf = (tables) => {
  const [regions, municipalities, merged] = [regionsCalled(tables), municipalitiesCalled(tables), mergedRegions(tables)];
  const existenceOf = new Map(merged.map(({ region, existence }) => [region, existence]));
  return {
    regions: [
      ...regions.map(({ row }) => (existenceOf.has(row.id) ? { ...row, existence: existenceOf.get(row.id) } : row)),
      ...new Map(merged.map(({ next }) => [next.id, next])).values(),
    ],
    municipalities: municipalities.map(({ row }) => row),
    relations: merged.map(({ succeeds }) => succeeds),
    passages: [...regions, ...municipalities].flatMap(({ passages }) => passages),
  };
};

import type { ElectInput, ResultInput } from '../../generated/api.js';
import type { Fields, Thing } from '../draft.js';
import { ownPart } from '../ids.js';
import type { Act, Writing } from './act.js';
import { itemsOf } from './naming.js';
import { given, howOf } from './rows.js';
import { sayUndated } from './undated.js';

const electionId = ({ body, on }: ElectInput): string => `election:${ownPart(body)}-${on}`;

/** Of what a list got what is told of it. */
const TOLD = ['pact', 'votes', 'seats'];

/** What lists got, with what is said of one; null: it is said otherwise, which is told. */
const withResult = (writing: Writing, { id }: Thing, results: readonly Fields[], said: Fields): Fields[] | null => {
  const before = results.find(({ list }) => list === said['list']);
  const otherwise = TOLD.find((key) => before?.[key] !== undefined && said[key] !== undefined && before[key] !== said[key]);
  if (otherwise !== undefined)
    return writing.refuse('CONTRADICTS', [otherwise], `what is recorded: ${String(before?.[otherwise])}; \`correct\` says that it was wrong`, {
      given: String(said[otherwise]),
      things: [id],
    });
  return before ? results.map((one) => (one === before ? { ...said, ...before } : one)) : [...results, said];
};

/** Seats that an election filled, for a list. */
const sayElected = async (writing: Writing, election: Thing, list: string, elected: readonly string[]): Promise<void> => {
  for (const [at, id] of elected.entries()) {
    const seat = writing.known(id, ['memberships'], ['elected', String(at)], 'a seat');
    if (!seat) continue;
    const before = howOf(seat.fields)['elected'] as Fields | undefined;
    const isOther = before !== undefined && (before['election'] !== election.id || (before['list'] ?? list) !== list);
    if (seat.fields['body'] !== election.fields['body'])
      writing.refuse('BAD_VALUE', ['elected', String(at)], `a seat in ${String(election.fields['body'])}`, { given: seat.id, things: [seat.id] });
    else if (isOther)
      writing.refuse('CONTRADICTS', ['elected', String(at)], `what is recorded: elected for ${String(before['list'])} at ${String(before['election'])}`, {
        given: `${list} at ${election.id}`,
        things: [seat.id],
      });
    else {
      const how = howOf(writing.draft.editors(seat.id));
      const isSo = before?.['list'] === list;
      const said = { election: election.id, list, sources: [(await writing.passage()).source] };
      await writing.say('memberships', seat.id, isSo ? {} : { appointment: { ...how, elected: said } }, 'LEARNT');
    }
  }
};

const isOnce = (writing: Writing, results: readonly ResultInput[]): boolean => {
  const at = results.findIndex(({ list }, place) => results.findIndex((one) => one.list === list) < place);
  if (at >= 0) writing.refuse('BAD_VALUE', ['results', String(at), 'list'], 'a list once', { given: results[at]?.list as string });
  return at < 0;
};

/** What an election gave. */
const elect: Act<ElectInput> = {
  reads: (input) => [input.id, input.body, electionId(input), ...input.results.flatMap(({ list, elected }) => [list, ...(elected ?? [])])],
  apply: async (writing, input) => {
    const body = writing.known(input.body, ['bodies'], 'body', 'a body');
    const lists = input.results.map(({ list }, at) => writing.known(list, ['parties'], ['results', String(at), 'list'], 'a party or local list'));
    if (!body || lists.includes(null) || !isOnce(writing, input.results)) return;
    const made = { word: 'elections' as const, id: input.id, made: electionId(input), said: { body: body.id, on: input.on }, alike: ['body', 'on'] };
    const id = await sayUndated(writing, made);
    if (id === null) return;
    const { source } = await writing.passage();
    const election = writing.draft.thing(id) as Thing;
    const before = itemsOf(election.fields, 'results');
    const results = input.results.reduce<Fields[] | null>((all, { pact, votes, seats }, at) => {
      const said = given({ list: lists[at]?.id, pact, votes, seats, sources: [source] });
      return all && withResult(writing.under('results', String(at)), election, all, said);
    }, before);
    if (!results) return;
    const isNews = results.some((one, at) => Object.keys(one).length > Object.keys(before[at] ?? {}).length);
    if (isNews) await writing.say('elections', id, { results }, before.length > 0 ? 'LEARNT' : 'CHANGED');
    for (const [at, { elected }] of input.results.entries())
      await sayElected(writing.under('results', String(at)), election, lists[at]?.id as string, elected ?? []);
  },
};

export const elections = { elect };

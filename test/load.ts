import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** Who gets no answer waits a little before asking again. */
const PAUSE_MS = 50;

export interface Outcome {
  /** When it was sent and how long it took, in milliseconds. */
  sentAt: number;
  ms: number;
  /** OK, the code of the first error, or what broke the connection. */
  code: string;
  /** It was sent over a connection that the server had answered on before. */
  isReused: boolean;
}

const askBy = (agent: Agent, address: string, query: string): Promise<Outcome> =>
  new Promise((resolve) => {
    const sentAt = performance.now();
    const end = (code: string): void => resolve({ sentAt, ms: performance.now() - sentAt, code, isReused: asked.reusedSocket });
    const asked = request(`${address}/graphql`, { agent, method: 'POST', headers: { 'content-type': 'application/json' } }, (response) => {
      text(response).then(
        (body) => end((JSON.parse(body) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code ?? 'OK'),
        () => end('BROKEN'),
      );
    });
    asked.once('error', ({ code }: NodeJS.ErrnoException) => end(code ?? 'BROKEN'));
    asked.end(JSON.stringify({ query }));
  });

/** Clients that ask one after another, each over a connection that it keeps, until they are stopped or the server is gone. */
export const loadOn = (address: string, query: string, clients = 8): { outcomes: Outcome[]; stop: () => Promise<void> } => {
  const outcomes: Outcome[] = [];
  let isStopped = false;
  const client = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let code = ''; !isStopped && code !== 'ECONNREFUSED';) {
      const outcome = await askBy(agent, address, query);
      ({ code } = outcome);
      outcomes.push(outcome);
      if (code !== 'OK') await sleep(PAUSE_MS);
    }
    agent.destroy();
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  return {
    outcomes,
    stop: async () => {
      isStopped = true;
      await all;
    },
  };
};

import { Agent, request } from 'node:http';

/** One POST of JSON. Resolves to the text of the answer. @throws Error where its status is not 200. */
const post = (agent, url, body) =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url}: ${response.statusCode}: ${text.slice(0, 500)}`));
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** One request over a connection of its own: a POST where it has a body. Resolves to the text of the answer, whatever its status. */
export const askedOnce = async (url, body) => {
  const response = await fetch(url, body && { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.text();
};

/** Asks over kept connections, as many at a time as there are clients. */
export const makeClient = (clients) => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const perClient = (work) => Promise.all(Array.from({ length: clients }, work));
  return {
    ask: (url, body) => post(agent, url, body),
    /** Each body once. */
    each: async (url, bodies) => {
      const left = [...bodies];
      await perClient(async () => {
        for (let body = left.pop(); body; body = left.pop()) await post(agent, url, body);
      });
    },
    /** Each client sends its next request when it has its answer, until the time is up. Returns how long each took, in ms. */
    load: async (url, bodies, seconds) => {
      const took = [];
      const until = performance.now() + seconds * 1000;
      let sent = Math.floor(Math.random() * bodies.length);
      const one = async () => {
        for (let start = performance.now(); start < until; start = performance.now()) {
          const text = await post(agent, url, bodies[sent++ % bodies.length]);
          if (text.includes('"errors"')) throw new Error(`${url}: ${text.slice(0, 500)}`);
          took.push(performance.now() - start);
        }
      };
      const began = performance.now();
      await perClient(one);
      return { took, seconds: (performance.now() - began) / 1000 };
    },
    close: () => agent.destroy(),
  };
};

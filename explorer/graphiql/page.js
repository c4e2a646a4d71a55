import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';

const examples = await (await fetch('/graphiql/examples.json')).json();
const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const root = createRoot(document.getElementById('explorer'));
const show = (query) => root.render(createElement(GraphiQL, { key: query, fetcher, query, defaultEditorToolsVisibility: false, shouldPersistHeaders: false }));
const select = document.getElementById('examples');
for (const [at, { title }] of examples.entries()) select.add(new Option(title, String(at)));
select.addEventListener('change', () => show(examples[Number(select.value)].query.join('\n')));
show(examples[0].query.join('\n'));

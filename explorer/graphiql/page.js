import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';

const WORKERS = { json: JsonWorker, graphql: GraphQLWorker };
globalThis.MonacoEnvironment = { getWorker: (_, label) => new (WORKERS[label] ?? EditorWorker)() };

const examples = await (await fetch('/graphiql/examples.json')).json();
const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const root = createRoot(document.getElementById('explorer'));
const show = (initialQuery) =>
  root.render(createElement(GraphiQL, { key: initialQuery, fetcher, initialQuery, defaultEditorToolsVisibility: false, shouldPersistHeaders: false }));
const select = document.getElementById('examples');
for (const [at, { title }] of examples.entries()) select.add(new Option(title, String(at)));
select.addEventListener('change', () => show(examples[Number(select.value)].query.join('\n')));
show(examples[0].query.join('\n'));

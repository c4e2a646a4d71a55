const examples = await (await fetch('/explorer/examples.json')).json();
const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
const root = ReactDOM.createRoot(document.getElementById('explorer'));
const show = (query) =>
  root.render(React.createElement(GraphiQL, { key: query, fetcher, query, defaultEditorToolsVisibility: false, shouldPersistHeaders: false }));
const select = document.getElementById('examples');
for (const [at, { title }] of examples.entries()) select.add(new Option(title, String(at)));
select.addEventListener('change', () => show(examples[Number(select.value)].query.join('\n')));
show(examples[0].query.join('\n'));

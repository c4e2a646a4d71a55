import { render } from 'preact';
import { followLinks } from './address';
import { App } from './app';
import './style.css';

const root = document.createElement('div');
root.id = 'app';
document.body.append(root);
followLinks();
render(<App />, root);

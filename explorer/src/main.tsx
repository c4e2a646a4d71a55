import { render } from 'preact';
import { followLinks } from './address';
import { App } from './app';
import { resume } from './edit/session';
import './style.css';

const root = document.createElement('div');
root.id = 'app';
document.body.append(root);
followLinks();
resume();
render(<App />, root);

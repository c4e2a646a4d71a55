import { seeEveryView } from './every-view.js';

seeEveryView('en', 1280);

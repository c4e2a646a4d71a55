import { seeEveryView } from './every-view.js';

// One language is seen on a phone, the other on a desk.
seeEveryView('da', 390);

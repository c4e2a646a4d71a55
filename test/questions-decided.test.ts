import { asksWhatWasDecided } from './questions-decided.js';
import { seededGraph } from './world.js';

asksWhatWasDecided(seededGraph);

import { asksWhatIsSo } from './questions.js';
import { seededGraph } from './world.js';

asksWhatIsSo(seededGraph);

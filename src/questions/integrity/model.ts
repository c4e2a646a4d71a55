import type { Finding } from '../../integrity/model.js';
import type { At } from '../../read/lens.js';

export type FindingAt = At<Finding>;

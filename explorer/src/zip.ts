import { type Zippable, zipSync } from 'fflate';

/** Zips without workers, which the policy of the page forbids: a spreadsheet of thousands of rows takes a moment of it. */
export default (files: Zippable): Promise<ArrayBuffer> => Promise.resolve(zipSync(files).buffer);

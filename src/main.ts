#!/usr/bin/env node
import { openFiles } from './cli/open-files.js';

/** Modules are loaded together, and then each connection takes one. */
const LEAST = 512;

if (openFiles() < LEAST) {
  console.error(`ulimit -n: required: at least ${LEAST} open files; given: ${openFiles()}`);
  process.exitCode = 1;
} else {
  const { run } = await import('./cli/run.js');
  await run(process.argv.slice(2));
}

#!/usr/bin/env node
import { run } from './run.ts';

const { stdin, stdout, stderr } = process;
// exitCode, not exit(): what was written to a pipe still has to leave
process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, cwd: process.cwd() });

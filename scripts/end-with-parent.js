'use strict';

const { isMainThread } = require('node:worker_threads');

// Loaded before a process that we start: when we are gone, however we went, its standard input ends, and it stops. Its
// threads load this too, and their standard input means nothing.
if (isMainThread) {
  process.stdin.resume().once('end', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.unref?.();
}

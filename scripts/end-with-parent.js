'use strict';

// Loaded before a process that we start: when we are gone, however we went, its standard input ends, and it stops.
process.stdin.resume().once('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.unref?.();

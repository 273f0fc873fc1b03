'use strict';

// Runs in a thread of its own: bcryptjs is JavaScript, and a hash would hold up every request for a quarter of a second.
const os = require('node:os');
const bcrypt = require('bcryptjs');

// On Linux each thread has a priority of its own; elsewhere this would slow down the whole process. Where the cores are
// busy, hashes wait and not the thread that serves requests.
if (process.platform === 'linux') {
  try {
    os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A container may forbid it; hashes are right at any priority.
  }
}

/** @param {{ digest: string, cost: number } | { digest: string, hashes: string[] }} task */
module.exports = (task) =>
  'hashes' in task
    ? task.hashes.map((hash) => bcrypt.compareSync(task.digest, hash))[0]
    : bcrypt.hashSync(task.digest, task.cost);

'use strict';

// Runs in a thread of its own: bcryptjs is JavaScript, and a hash would hold up every request for a quarter of a second.
const bcrypt = require('bcryptjs');

/** @param {{ digest: string, cost: number } | { digest: string, hash: string }} task */
module.exports = (task) =>
  'hash' in task ? bcrypt.compareSync(task.digest, task.hash) : bcrypt.hashSync(task.digest, task.cost);

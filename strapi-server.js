'use strict';

// Strapi skips a plugin's server without a word when this file is missing.
module.exports = require('./dist/server');

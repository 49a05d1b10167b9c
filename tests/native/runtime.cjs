// Loads the project's own files through jest, fresh for each test file, and every package by Node, once per worker: Strapi takes
// seconds to load, and a start of it under jest three times as long as by itself. Packages can therefore not be mocked here.
const { createRequire } = require('node:module');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const isOwn = (name) => /^(\.{0,2}\/|\.{1,2}$)/.test(name);

module.exports = class extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModuleOrMock(from, name) {
    if (isOwn(name) || name === '@jest/globals') return super.requireModuleOrMock(from, name);
    return createRequire(from)(name);
  }
};

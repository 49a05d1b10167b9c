// Server tests share the realm of their process: Strapi and its libraries are loaded once per worker by Node itself, and what they
// ask of a value (`instanceof Date`) holds for values of tests. What a test file changes of the globals is put back when it ends.
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const { projectConfig } = config;
    this.was = { console: globalThis.console, exit: process.exit, env: { ...process.env } };
    this.global = globalThis;
    this.moduleMocker = new this.moduleMocker.constructor(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern.dispose();
    this.fakeTimersModern = new this.fakeTimersModern.constructor({
      config: projectConfig,
      global: globalThis,
    });
    keepListeners();
  }

  async teardown() {
    const { console, exit, env } = this.was;
    this.moduleMocker.restoreAllMocks();
    await super.teardown();
    process.removeAllListeners();
    delete process.removeAllListeners;
    globalThis.console = console;
    process.exit = exit;
    for (const key of Object.keys(process.env)) if (!(key in env)) delete process.env[key];
    Object.assign(process.env, env);
  }
};

/** A Strapi that ends takes all listeners off the process; without those of jest, its worker would hear of no further file. */
function keepListeners() {
  const all = process.removeAllListeners;
  const before = new Map(process.eventNames().map((event) => [event, process.rawListeners(event)]));
  process.removeAllListeners = function removeAllListeners(event) {
    if (event !== undefined) return all.call(this, event);
    for (const name of this.eventNames())
      for (const listener of this.rawListeners(name))
        if (!before.get(name)?.includes(listener)) this.off(name, listener);
    return this;
  };
}

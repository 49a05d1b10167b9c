// A process held to a part of one core, as on a small machine of its own: where instances, database and Redis share the cores of one
// machine, the first instance leaves no room for a second, whatever it does. By control groups of Linux, version 1 or 2.
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = '/sys/fs/cgroup';
const period = 20_000;

/** `share` of one core for one process; null where this machine lets nobody make such a group. */
export function smallMachine(share) {
  const isSecond = existsSync(join(root, 'cgroup.controllers'));
  const folder = join(isSecond ? root : join(root, 'cpu'), `presence-bench-${process.pid}-${(made += 1)}`);
  const quota = Math.round(share * period);
  try {
    if (isSecond && !readFileSync(join(root, 'cgroup.subtree_control'), 'utf8').includes('cpu'))
      writeFileSync(join(root, 'cgroup.subtree_control'), '+cpu');
    mkdirSync(folder);
    if (isSecond) writeFileSync(join(folder, 'cpu.max'), `${quota} ${period}`);
    else {
      writeFileSync(join(folder, 'cpu.cfs_period_us'), String(period));
      writeFileSync(join(folder, 'cpu.cfs_quota_us'), String(quota));
    }
  } catch {
    return null;
  }
  return {
    hold: (pid) => writeFileSync(join(folder, 'cgroup.procs'), String(pid)),
    /** After its process has ended. */
    remove: () => rmdirSync(folder),
  };
}
let made = 0;

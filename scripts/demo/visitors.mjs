import { execFileSync } from 'node:child_process';
import { browserVisitors } from './visitors-browser.mjs';
import { plainVisitors } from './visitors-plain.mjs';

const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15',
  'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
];

/**
 * People with a real browser where one is installed, else by HTTP with what the tracker would send. `CHROMIUM_PATH` says where it
 * is; `CHROMIUM_PATH=none` does without.
 */
export async function openVisitors({ cms }) {
  const done = { views: {}, clicks: { email: 0, bluesky: 0 }, opens: 0 };
  const executablePath = browserPath();
  const plain = (why) => plainVisitors({ cms, done, why });
  const kind = executablePath
    ? await browserVisitors({ cms, executablePath, done }).catch((error) =>
        plain(`${executablePath} did not start: ${error.message.split('\n')[0]}`),
      )
    : plain('no Chromium was found');
  let count = 0;
  return {
    kind: kind.name,
    done: () => structuredClone(done),
    newVisitor: (name) => kind.newVisitor(name, agents[count++ % agents.length]),
    close: kind.close,
  };
}

function browserPath() {
  if (process.env.CHROMIUM_PATH === 'none') return null;
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      // Not this one.
    }
  return null;
}

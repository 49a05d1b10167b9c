import discord from '../../fixtures/schemas/discord.json';
import pinterest from '../../fixtures/schemas/pinterest.json';
import { requestProblem } from '../../network/practice/published';

const ofDiscord = requestProblem(discord, '/api');
const ofPinterest = requestProblem(pinterest, '/v5');

const request = (method: string, path: string, body?: object | string, type = 'application/json') => ({
  ...{ method, url: new URL(path, 'http://127.0.0.1'), headers: { 'content-type': `${type}; boundary=b` } },
  body: Buffer.from(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)),
});
const hook = '/api/webhooks/123456789012345678/token';
const form = (payload: object) =>
  `--b\r\nContent-Disposition: form-data; name="payload_json"\r\n\r\n${JSON.stringify(payload)}\r\n--b--\r\n`;
const pin = {
  ...{ board_id: '111', title: 'Rye', description: 'Fresh', alt_text: 'A loaf' },
  media_source: { source_type: 'image_base64', content_type: 'image/jpeg', data: 'aGVsbG8=' },
};

describe('a request beside the published description of its network', () => {
  it.each([
    ['a message', ofDiscord, request('POST', `${hook}?wait=true`, { content: 'Rye' })],
    [
      'one with a file',
      ofDiscord,
      request(
        'POST',
        hook,
        form({ content: 'Rye', attachments: [{ id: '0', filename: 'a.jpg' }] }),
        'multipart/form-data',
      ),
    ],
    ['a pin', ofPinterest, request('POST', '/v5/pins', pin)],
    [
      'figures',
      ofPinterest,
      request(
        'GET',
        '/v5/pins/1/analytics?start_date=2026-11-01&end_date=2026-11-02&metric_types=SAVE,PIN_CLICK',
      ),
    ],
    ['what is not below it', ofPinterest, request('POST', '/pinterest-media-upload', 'x')],
  ])('%s is there', (_, problemOf, asked) => {
    expect(problemOf(asked)).toBeNull();
  });

  it.each([
    [
      'a number for a snowflake',
      ofDiscord,
      request('POST', hook, form({ attachments: [{ id: 0 }] }), 'multipart/form-data'),
      /id must be string/,
    ],
    [
      'a parameter that nobody knows',
      ofDiscord,
      request('POST', `${hook}?await=true`, { content: 'x' }),
      /^the query has await$/,
    ],
    [
      'a value that is none',
      ofDiscord,
      request('POST', `${hook}?thread_id=no`, { content: 1 }),
      /must match pattern/,
    ],
    ['an operation that is not there', ofPinterest, request('PUT', '/v5/pins/1', pin), /^there is no PUT/],
    [
      'a body without what it needs',
      ofPinterest,
      request('POST', '/v5/pins', { ...pin, media_source: { source_type: 'image_base64' } }),
      /media_source/,
    ],
    [
      'a body of another kind',
      ofPinterest,
      request('POST', '/v5/pins', 'a=b', 'application/x-www-form-urlencoded'),
      /^a body of/,
    ],
    ['a parameter that is missing', ofPinterest, request('GET', '/v5/pins/1/analytics'), /^the query has no/],
    [
      'a metric that nobody counts',
      ofPinterest,
      request('GET', '/v5/pins/1/analytics?start_date=2026-11-01&end_date=2026-11-02&metric_types=SMILE'),
      /metric_types/,
    ],
  ])('%s is not', (_, problemOf, asked, problem) => {
    expect(problemOf(asked)).toMatch(problem);
  });
});

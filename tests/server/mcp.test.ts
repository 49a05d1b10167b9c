import { article, newsroom, type Newsroom } from './newsroom';

interface Reply {
  readonly result?: {
    readonly tools?: readonly { readonly name: string }[];
    readonly isError?: boolean;
    readonly content?: readonly { readonly text?: string }[];
  };
}

describe("an assistant at Strapi's own MCP server", () => {
  let room: Newsroom;
  let key: string;
  beforeAll(async () => {
    process.env['TEST_MCP'] = 'true';
    room = await newsroom('sqlite');
    const { body } = await room.owner.call<{ data: { accessKey: string } }>('POST', '/admin/admin-tokens', {
      name: 'Assistant',
      description: '',
      lifespan: null,
      adminPermissions: ['read', 'update', 'publish'].map((act) => ({
        action: `plugin::content-manager.explorer.${act}`,
        subject: article,
        // Publishing knows languages, not fields.
        properties: {
          ...(act === 'publish' ? {} : { fields: ['title', 'slug', 'summary', 'body'] }),
          locales: ['en'],
        },
        conditions: [],
      })),
    });
    key = body.data?.accessKey ?? JSON.stringify(body);
  });
  afterAll(async () => {
    delete process.env['TEST_MCP'];
    await room.app.stop();
  });

  const rpc = async (method: string, params: object): Promise<Reply> => {
    const response = await fetch(`${room.app.url}/mcp`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const text = await response.text();
    return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text) as Reply;
  };
  const publish = async (documentId: string) => {
    const { result } = await rpc('tools/list', {});
    const name = result?.tools?.find((tool) => /^publish_.*article/.test(tool.name))?.name;
    return rpc('tools/call', { name, arguments: { documentId, locale: 'en' } });
  };

  it('cannot publish what nobody approved, and is told so', async () => {
    const id = await room.write(room.emil, { title: 'By an assistant' });
    const { result } = await publish(id);
    expect(result?.isError).toBe(true);
    expect(result?.content?.[0]?.text).toMatch(/Nobody has approved it/);
    expect(await room.visible(id)).toBeNull();
  });

  it('publishes what was approved', async () => {
    const id = await room.write(room.emil, { title: 'Approved before' });
    await room.approve(id);
    const reply = await publish(id);
    expect(reply.result?.isError ?? false).toBe(false);
    expect(await room.visible(id)).toBe('Approved before');
  });

  // Releases belong to Strapi's Enterprise edition and cannot be switched on here; this is the call that they make for their entries.
  it('is held like a release, which publishes many in one transaction: one without approval keeps all back', async () => {
    const [good, bad] = [
      await room.write(room.emil, { title: 'Approved for the release' }),
      await room.write(room.emil, { title: 'Not approved' }),
    ];
    await room.approve(good);
    const release = async () => {
      await room.app.strapi.db.transaction(async () => {
        for (const documentId of [good, bad])
          await room.app.strapi.documents(article).publish({ documentId, locale: 'en' });
      });
    };
    await expect(release()).rejects.toMatchObject({ details: { code: 'gate.blocked' } });
    expect([await room.visible(good), await room.visible(bad)]).toEqual([null, null]);
  });
});

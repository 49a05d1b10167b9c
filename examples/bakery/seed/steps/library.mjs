import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from '../pictures/render.mjs';

/** The media library: `picture(scene, alt, locale)` draws and uploads a picture once and answers with its id. */
export async function openLibrary(strapi) {
  const files = strapi.db.query('plugin::upload.file');
  const known = new Map(
    (await files.findMany({ select: ['id', 'name'] })).map((file) => [file.name, file.id]),
  );

  const upload = async (name, scene, alt) => {
    const folder = await mkdtemp(join(tmpdir(), 'bakery-picture-'));
    try {
      const bytes = await render(scene);
      const filepath = join(folder, name);
      await writeFile(filepath, bytes);
      const [file] = await strapi
        .plugin('upload')
        .service('upload')
        .upload({
          data: { fileInfo: { name, alternativeText: alt } },
          files: { filepath, originalFilename: name, mimetype: 'image/jpeg', size: bytes.length },
        });
      return file.id;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  return {
    count: () => known.size,
    async picture(scene, alt, locale = 'en') {
      const name = locale === 'en' ? `${scene}.jpg` : `${scene}-${locale}.jpg`;
      const id = known.get(name) ?? (await upload(name, scene, alt));
      known.set(name, id);
      return id;
    },
  };
}

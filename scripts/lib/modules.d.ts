declare module '@vscode/test-web/out/server/app.js' {
  import type { Server } from 'node:http';

  export interface Context {
    path: string;
    body: unknown;
    query: Readonly<Record<string, string | string[] | undefined>>;
  }
  export interface App {
    middleware: ((context: Context, next: () => Promise<void>) => Promise<void>)[];
    listen(port: number, host: string): Server;
  }
  export default function createApp(config: {
    extensionDevelopmentPath: string | undefined;
    extensionTestsPath: string | undefined;
    folderMountPath: string;
    build: { type: 'static'; location: string; quality: 'stable'; version: string };
    esm: true;
  }): Promise<App>;
}

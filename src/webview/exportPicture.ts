import type { Scene } from '../core/plot/scene';
import { post } from './host';

export async function saveSvg(scene: Scene, title: string, light: boolean): Promise<void> {
  post({ type: 'save', name: `${fileName(title)}.svg`, content: await svgText(scene, title, light) });
}

export async function copySvg(scene: Scene, title: string, light: boolean): Promise<void> {
  post({ type: 'copyText', text: await svgText(scene, title, light) });
}

/** Draws the picture at twice its size, for sharp text on dense screens. */
export async function savePng(scene: Scene, title: string, light: boolean): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svgText(scene, title, light))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = scene.width * 2;
  canvas.height = scene.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The browser could not draw the picture as PNG.');
  post({ type: 'save', name: `${fileName(title)}.png`, content: new Uint8Array(await blob.arrayBuffer()) });
}

/** On white for papers, slides and chats; else as the theme draws it. */
async function svgText(scene: Scene, title: string, light: boolean): Promise<string> {
  const { darkPalette, lightPalette, sceneSvg } = await import('../core/plot/sceneSvg');
  if (light) return sceneSvg(scene, lightPalette, title);
  const style = getComputedStyle(document.body);
  const dark = document.body.matches('.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)');
  const background = style.getPropertyValue('--vscode-sideBar-background') || (dark ? '#1e1e1e' : '#ffffff');
  return sceneSvg(scene, { ...(dark ? darkPalette : lightPalette), background }, title);
}

function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'plot'
  );
}

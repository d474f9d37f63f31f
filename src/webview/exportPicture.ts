import type { Scene } from '../core/plot/scene';
import { post } from './host';

export async function saveSvg(scene: Scene, title: string): Promise<void> {
  post({ type: 'save', name: `${fileName(title)}.svg`, content: await svgText(scene, title) });
}

export async function copySvg(scene: Scene, title: string): Promise<void> {
  post({ type: 'copyText', text: await svgText(scene, title) });
}

/** Draws the picture at twice its size, for sharp text on dense screens. */
export async function savePng(scene: Scene, title: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svgText(scene, title))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = scene.width * 2;
  canvas.height = scene.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The browser could not draw the picture as PNG.');
  post({ type: 'save', name: `${fileName(title)}.png`, content: new Uint8Array(await blob.arrayBuffer()) });
}

/** Pictures that leave the view are drawn on white: they go into papers, slides and chats. */
async function svgText(scene: Scene, title: string): Promise<string> {
  const { lightPalette, sceneSvg } = await import('../core/plot/sceneSvg');
  return sceneSvg(scene, lightPalette, title);
}

function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'plot'
  );
}

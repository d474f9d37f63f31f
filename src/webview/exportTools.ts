import { html, type TemplateResult } from 'lit';
import type { Scene } from '../core/plot/scene';
import type { StringKey } from '../shared/strings';
import { copySvg, savePng, saveSvg } from './exportPicture';
import { icon, type IconName } from './icons';
import { store } from './store';
import { t } from './text';

/** Copies or saves a picture, on a light ground for papers and chats or in the colours of the theme. */
export function exportTools(scene: Scene, title: string, lightGround: boolean): TemplateResult {
  const tool = (key: StringKey, name: IconName, act: () => void): TemplateResult =>
    html`<button class="icon-button" title=${t(key)} aria-label=${t(key)} @click=${act}>${icon(name)}</button>`;
  return html`<button
      class="icon-button"
      title=${t('plot.light')}
      aria-label=${t('plot.light')}
      aria-pressed=${lightGround}
      @click=${() => store.choose({ lightGround: !lightGround })}
    >
      ${icon('color-mode')}
    </button>
    ${tool('plot.copy', 'copy', () => void copySvg(scene, title, lightGround))}
    ${tool('plot.svg', 'save', () => void saveSvg(scene, title, lightGround))}
    ${tool('plot.png', 'file-media', () => void savePng(scene, title, lightGround))}`;
}

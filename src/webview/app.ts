import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { isNetworkCall } from '../shared/evaluation';
import type { HistoryEntry, Piece, Room, ToWebview } from '../shared/protocol';
import { rooms } from '../shared/protocol';
import { entryName } from './entryName';
import { listen, post, savedState } from './host';
import { icon, type IconName } from './icons';
import { samples } from './samples';
import { seen } from './model/receive';
import { callOf, shownInput, type State } from './state';
import { store } from './store';
import { shared } from './styles';
import { t, useStrings } from './text';
import './rooms/functionRoom';
import './summaryLine';

const roomIcons: Readonly<Record<Room, IconName>> = {
  function: 'graph-line',
  softmax: 'graph',
  network: 'type-hierarchy',
  precision: 'symbol-numeric',
};

/** The other rooms are loaded when they are first entered, or when nothing else is to be done. */
const loaders: Readonly<Partial<Record<Room, () => Promise<unknown>>>> = {
  softmax: () => import('./rooms/softmaxRoom'),
  network: () => import('./rooms/networkRoom'),
  precision: () => import('./rooms/precisionRoom'),
};

/** The whole view: where the array comes from, the rooms as tabs, the summary, and the room. */
export class App extends LitElement {
  static override properties = { state: { state: true }, said: { state: true }, historyOpen: { state: true } };

  static override styles = [
    shared,
    css`
      .source {
        display: flex;
        align-items: center;
        gap: 2px;
        padding: 4px 8px 4px 12px;
        min-height: 32px;
      }
      .source .place {
        flex: 1 1 auto;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        text-align: left;
      }
      button.place {
        padding: 0;
        color: var(--vscode-textLink-foreground);
        background: none;
      }
      button.place:hover {
        background: none !important;
        text-decoration: underline;
      }
      [role='tablist'] {
        display: flex;
        border-bottom: 1px solid var(--al-line);
        padding: 0 4px;
      }
      [role='tab'] {
        flex: 1 1 0;
        min-width: 0;
        border: 0;
        border-bottom: 2px solid transparent;
        border-radius: 0;
        padding: 4px 2px;
        min-height: 30px;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 5px;
        color: var(--vscode-panelTitle-inactiveForeground, var(--al-muted));
      }
      [role='tab']:hover {
        background: none;
        color: var(--vscode-foreground);
      }
      [role='tab'][aria-selected='true'] {
        color: var(--vscode-panelTitle-activeForeground, var(--vscode-foreground));
        border-bottom-color: var(--vscode-panelTitle-activeBorder, var(--vscode-focusBorder));
      }
      [role='tab'] span:last-child {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .icon-only {
        display: none;
      }
      @container (max-width: 420px) {
        [role='tab'] .icon {
          display: none;
        }
        [role='tab'] {
          font-size: 12px;
        }
      }
      @container (max-width: 249px) {
        [role='tab'] .icon {
          display: inline-block;
        }
        [role='tab'][aria-selected='false'] span:last-child {
          display: none;
        }
        [role='tab'][aria-selected='true'] {
          flex-grow: 3;
        }
      }
      .app {
        container-type: inline-size;
        min-height: 100vh;
      }
      .room {
        max-width: 960px;
      }
      .notice {
        display: flex;
        gap: 6px;
        padding: 6px 8px 6px 12px;
        border: 1px solid var(--vscode-inputValidation-errorBorder, var(--al-bad));
        background: var(--vscode-inputValidation-errorBackground, transparent);
      }
      .first {
        display: grid;
        gap: 8px;
      }
      .first p {
        margin: 0;
      }
      .first .choices {
        display: grid;
        gap: 4px;
        grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
      }
      .first .choices button {
        text-align: left;
      }
      .history {
        border-bottom: 1px solid var(--al-line);
      }
      .history ul {
        margin: 0;
        padding: 0;
        list-style: none;
        max-height: 220px;
        overflow-y: auto;
      }
      .history li {
        display: flex;
        align-items: center;
      }
      .history li > button:first-child {
        flex: 1;
        min-width: 0;
        text-align: left;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .preview {
        font-size: 11px;
        border: 1px solid currentColor;
        border-radius: 3px;
        padding: 0 4px;
        color: var(--al-muted);
      }
    `,
  ];

  declare state: State;
  declare said: string;
  declare historyOpen: boolean;

  constructor() {
    super();
    this.state = seen(store.state);
    this.said = '';
    this.historyOpen = false;
    store.subscribe(() => (this.state = seen(store.state)));
    listen((message) => this.take(message));
    this.addEventListener('said', (event) => (this.said = (event as CustomEvent<string>).detail));
    post({ type: 'ready' });
  }

  override render(): TemplateResult {
    const { state } = this;
    if (!state.started) return html`<main aria-busy="true"></main>`;
    const { room } = state.choices;
    const input = shownInput(state);
    return html`<main class="app">
      <h1 class="hidden-text">${t('app.label')}</h1>
      ${this.renderSource()} ${this.historyOpen ? this.renderHistory() : nothing} ${this.renderTabs()}
      ${state.notice === undefined ? nothing : html`<div class="notice" role="alert">${icon('error')}<span>${state.notice}</span></div>`}
      <div class="room" role="tabpanel" id="room" aria-labelledby=${`tab-${room}`} tabindex="-1">
        ${input === undefined || room === 'network' ? nothing : html`<section><al-summary .array=${input}></al-summary></section>`}
        ${input === undefined && room !== 'network' ? this.renderFirst() : nothing} ${this.renderComparison()}
        ${this.renderRoom()}
      </div>
      <div class="hidden-text" role="status" aria-live="polite">${this.said}</div>
    </main>`;
  }

  private renderComparison(): TemplateResult | typeof nothing {
    const { comparison, choices } = this.state;
    if (comparison === undefined || choices.room === 'network') return nothing;
    void import('./comparison');
    return html`<al-comparison .state=${this.state}></al-comparison>`;
  }

  private renderRoom(): TemplateResult | typeof nothing {
    void loaders[this.state.choices.room]?.();
    switch (this.state.choices.room) {
      case 'function':
        if (this.state.choices.gate !== '') {
          void import('./rooms/gateRoom');
          return html`<al-gate-room .state=${this.state}></al-gate-room>`;
        }
        return html`<al-function-room .state=${this.state}></al-function-room>`;
      case 'softmax':
        return html`<al-softmax-room .state=${this.state}></al-softmax-room>`;
      case 'network':
        return html`<al-network-room .state=${this.state}></al-network-room>`;
      case 'precision':
        return html`<al-precision-room .state=${this.state}></al-precision-room>`;
    }
  }

  private renderSource(): TemplateResult {
    const { evaluation, previewed, sampleName, piece, pinned, surface } = this.state;
    const source = (previewed ?? evaluation)?.source;
    const place =
      source === undefined
        ? html`<span class="place muted"
            >${evaluation === undefined ? t('source.none') : sampleName === '' ? '' : t('source.sample', sampleName)}</span
          >`
        : html`<button class="place" title=${t('source.reveal')} @click=${() => post({ type: 'reveal' })}>
            ${source.label}
          </button>`;
    return html`<div class="source">
      ${place} ${previewed === undefined ? nothing : html`<span class="preview">${t('source.preview')}</span>`}
      ${piece === undefined || previewed !== undefined ? nothing : this.renderPiece(piece)}
      ${this.tool(pinned ? 'unpin' : 'pin', pinned ? 'pinned' : 'pin', () => store.pin(!pinned), pinned)}
      ${this.tool('history', 'history', () => (this.historyOpen = !this.historyOpen), this.historyOpen)}
      ${surface === 'editor' ? nothing : this.tool('open.editor', 'link-external', () => post({ type: 'openInEditor' }))}
    </div>`;
  }

  private renderPiece({ index, count }: Piece): TemplateResult {
    const turn = (to: number) => post({ type: 'piece', index: to });
    return html`${this.tool('source.previous', 'chevron-left', () => turn((index + count - 1) % count))}<span>${t('source.piece', index + 1, count)}</span>${this.tool('source.next', 'chevron-right', () => turn((index + 1) % count))}`;
  }

  private tool(
    key: 'pin' | 'unpin' | 'history' | 'open.editor' | 'source.previous' | 'source.next',
    name: IconName,
    act: () => void,
    pressed?: boolean,
  ): TemplateResult {
    return html`<button
      class="icon-button"
      title=${t(key)}
      aria-label=${t(key)}
      aria-pressed=${pressed ?? nothing}
      @click=${act}
    >
      ${icon(name)}
    </button>`;
  }

  private renderTabs(): TemplateResult {
    const { room } = this.state.choices;
    return html`<div role="tablist" aria-label=${t('rooms')} @keydown=${(event: KeyboardEvent) => this.moveTab(event)}>
      ${rooms.map((name) => {
        const chosen = name === room;
        const label = t(`room.${name}`);
        return html`<button
          role="tab"
          id=${`tab-${name}`}
          aria-selected=${chosen}
          aria-controls="room"
          aria-label=${label}
          title=${label}
          tabindex=${chosen ? 0 : -1}
          @click=${() => store.choose({ room: name })}
        >
          ${icon(roomIcons[name])}<span>${label}</span>
        </button>`;
      })}
    </div>`;
  }

  private renderFirst(): TemplateResult {
    return html`<section class="first">
      <h2>${t('first.title')}</h2>
      <p class="muted">${t('first.text')}</p>
      <div class="choices">
        ${samples.map(
          ({ key, array }) =>
            html`<button
              class="plain"
              @click=${() => {
                const evaluation = {
                  call: callOf({ ...store.state.choices, room: 'function' }, undefined),
                  input: array(),
                  source: undefined,
                };
                store.set({ evaluation, sampleName: t(key), piece: undefined });
                post({ type: 'evaluateSample', evaluation, sample: t(key) });
              }}
            >
              ${t(key)}
            </button>`,
        )}
      </div>
      <button class="plain" @click=${() => post({ type: 'openSamples' })}>${t('first.notebook')}</button>
    </section>`;
  }

  private renderHistory(): TemplateResult {
    const { history } = this.state;
    return html`<section class="history" aria-label=${t('history')}>
      <div class="head">
        <h2>${t('history')}</h2>
        ${
          history.length === 0
            ? nothing
            : html`<button
                class="icon-button"
                title=${t('history.clear')}
                aria-label=${t('history.clear')}
                @click=${() => post({ type: 'clearHistory' })}
              >
                ${icon('trash')}
              </button>`
        }
      </div>
      ${
        history.length === 0
          ? html`<p class="muted">${t('history.empty')}</p>`
          : html`<ul>
              ${history.map((entry) => {
                const name = entry.name === '' ? unnamed(entry) : entry.name;
                return html`<li>
                  <button
                    title=${t('history.open', name)}
                    @click=${() => post({ type: 'history', action: 'open', id: entry.id })}
                  >
                    ${name}
                  </button>
                  ${
                    isNetworkCall(entry.call)
                      ? nothing
                      : html`<button
                          class="icon-button"
                          title=${t('history.compare')}
                          aria-label="${t('history.compare')}: ${name}"
                          @click=${() => post({ type: 'history', action: 'compare', id: entry.id })}
                        >
                          ${icon('git-compare')}
                        </button>`
                  }
                  <button
                    class="icon-button"
                    title=${t('history.rename')}
                    aria-label="${t('history.rename')}: ${name}"
                    @click=${() => post({ type: 'history', action: 'rename', id: entry.id })}
                  >
                    ${icon('edit')}
                  </button>
                  <button
                    class="icon-button"
                    title=${t('history.delete')}
                    aria-label="${t('history.delete')}: ${name}"
                    @click=${() => post({ type: 'history', action: 'delete', id: entry.id })}
                  >
                    ${icon('close')}
                  </button>
                </li>`;
              })}
            </ul>`
      }
    </section>`;
  }

  private moveTab(event: KeyboardEvent): void {
    const at = rooms.indexOf(this.state.choices.room);
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: rooms.length - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const room = rooms[(to + rooms.length) % rooms.length]!;
    store.choose({ room });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${room}`)?.focus());
  }

  private take(message: ToWebview): void {
    if (message.type === 'init') {
      useStrings(message.strings, message.locale);
      document.documentElement.lang = message.locale;
      store.receive({ ...message, state: savedState.get() ?? message.state });
    } else store.receive(message);
  }
}

function unnamed({ call, shape, source, count }: HistoryEntry): string {
  return `${entryName(call, shape, source)}${count > 1 ? ` (${String(count)})` : ''}`;
}

customElements.define('al-app', App);

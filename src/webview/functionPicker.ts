import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { activations } from '../core/activations/registry';
import type { Activation } from '../core/index';
import type { StringKey } from '../shared/strings';
import { icon } from './icons';
import { shared } from './styles';
import { t } from './text';

const families = [
  'family.squashing',
  'family.rectifier',
  'family.smooth',
  'family.other',
] as const satisfies readonly StringKey[];

/** Where a function stands in the list: by what its curve does. */
function familyOf({ properties }: Activation): (typeof families)[number] {
  if (properties.boundedAbove && properties.boundedBelow) return 'family.squashing';
  if (properties.boundedBelow) return properties.smooth ? 'family.smooth' : 'family.rectifier';
  return properties.boundedAbove || properties.gradientDies === 'left' ? 'family.rectifier' : 'family.other';
}

/**
 * Chooses an activation: a field to search in and a list by family (the combobox pattern of the ARIA guide).
 * Sends `choose` with the function's id; `look` while one moves through the list (undefined: no longer).
 */
export class FunctionPicker extends LitElement {
  static override properties = {
    value: {},
    label: {},
    placeholder: {},
    open: { state: true },
    search: { state: true },
    active: { state: true },
  };

  static override styles = [
    shared,
    css`
      :host {
        position: relative;
      }
      .field {
        position: relative;
        display: flex;
      }
      input[role='combobox'] {
        width: 100%;
        height: 26px;
        padding: 0 24px 0 26px;
        font-weight: 600;
      }
      .field .icon {
        position: absolute;
        top: 5px;
        left: 5px;
        pointer-events: none;
        color: var(--vscode-icon-foreground);
      }
      .field .icon:last-child {
        left: auto;
        right: 5px;
      }
      ul {
        position: absolute;
        z-index: 10;
        left: 0;
        right: 0;
        margin: 2px 0 0;
        padding: 0 0 4px;
        list-style: none;
        max-height: min(340px, 60vh);
        overflow-y: auto;
        color: var(--vscode-quickInput-foreground, var(--vscode-foreground));
        background: var(--vscode-quickInput-background, var(--vscode-dropdown-background));
        border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, var(--al-line)));
        border-radius: 4px;
        box-shadow: 0 2px 8px var(--vscode-widget-shadow, #0000005c);
      }
      li {
        padding: 2px 10px;
        min-height: 22px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      li[role='presentation'] {
        font-size: 11px;
        color: var(--al-muted);
        padding-top: 8px;
      }
      li[role='option'] {
        cursor: pointer;
        display: flex;
        gap: 8px;
        align-items: baseline;
      }
      li small {
        color: var(--al-muted);
        font-family: var(--al-mono);
        overflow: hidden;
        text-overflow: ellipsis;
      }
      li.active,
      li[role='option']:hover {
        background: var(--vscode-list-hoverBackground);
      }
      li.active {
        color: var(--vscode-quickInputList-focusForeground, var(--vscode-list-activeSelectionForeground));
        background: var(--vscode-quickInputList-focusBackground, var(--vscode-list-activeSelectionBackground));
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      li.active small {
        color: inherit;
      }
    `,
  ];

  declare value: string;
  declare label: string;
  declare placeholder: string;
  declare open: boolean;
  declare search: string | undefined;
  declare active: string;

  constructor() {
    super();
    this.value = '';
    this.label = '';
    this.placeholder = '';
    this.open = false;
    this.search = undefined;
    this.active = '';
  }

  private get found(): readonly Activation[] {
    const wanted = (this.search ?? '').trim().toLowerCase();
    const matches = [...activations.values()].filter((entry) =>
      [entry.id, entry.label, ...entry.spellings.map((spelling) => spelling.code)].some((name) =>
        name.toLowerCase().includes(wanted),
      ),
    );
    return families.flatMap((family) => matches.filter((entry) => familyOf(entry) === family));
  }

  override render(): TemplateResult {
    const chosen = activations.get(this.value);
    const shown = this.search ?? chosen?.label ?? '';
    return html`<div class="field">
        ${icon(this.open ? 'search' : 'symbol-method')}
        <input
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-label=${this.label}
          aria-expanded=${this.open}
          aria-controls="list"
          aria-autocomplete="list"
          aria-activedescendant=${this.open && this.active !== '' ? `option-${this.active}` : nothing}
          placeholder=${this.open ? t('function.search') : this.placeholder}
          .value=${shown}
          @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
          @click=${() => this.unfold()}
          @input=${(event: InputEvent) => this.type((event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => this.press(event)}
          @blur=${() => this.fold()}
        />
        ${icon('chevron-down')}
      </div>
      ${this.open ? this.renderList() : html`<ul id="list" role="listbox" aria-label=${this.label} hidden></ul>`}`;
  }

  private renderList(): TemplateResult {
    const found = this.found;
    const rows: TemplateResult[] = [];
    let family: string | undefined;
    for (const entry of found) {
      if (familyOf(entry) !== family) {
        family = familyOf(entry);
        rows.push(html`<li role="presentation">${t(familyOf(entry))}</li>`);
      }
      rows.push(
        html`<li
          role="option"
          id=${`option-${entry.id}`}
          class=${entry.id === this.active ? 'active' : ''}
          aria-selected=${entry.id === this.value}
          @mousedown=${(event: MouseEvent) => event.preventDefault()}
          @click=${() => this.choose(entry.id)}
        >
          <span>${entry.label}</span><small>${entry.id}</small>
        </li>`,
      );
    }
    return html`<ul id="list" role="listbox" aria-label=${this.label}>
      ${found.length === 0 ? html`<li role="option" aria-selected="false" aria-disabled="true">${t('function.none')}</li>` : rows}
    </ul>`;
  }

  private unfold(): void {
    if (this.open) return;
    this.open = true;
    this.active = this.value;
    void this.updateComplete.then(() => this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' }));
  }

  private fold(): void {
    if (!this.open) return;
    this.open = false;
    this.search = undefined;
    this.dispatchEvent(new CustomEvent('look', { detail: undefined }));
  }

  private type(text: string): void {
    this.search = text;
    this.open = true;
    this.active = this.found[0]?.id ?? '';
  }

  private choose(id: string): void {
    this.fold();
    this.dispatchEvent(new CustomEvent('choose', { detail: id }));
  }

  private press(event: KeyboardEvent): void {
    const found = this.found;
    const at = found.findIndex((entry) => entry.id === this.active);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 8,
      PageUp: at - 8,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      if (!this.open) {
        this.unfold();
        return;
      }
      this.active = found[Math.max(0, Math.min(found.length - 1, to))]?.id ?? '';
      this.dispatchEvent(new CustomEvent('look', { detail: this.active }));
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (event.key === 'Enter' && this.open && this.active !== '') {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === 'Escape' && this.open) {
      event.preventDefault();
      this.fold();
    }
  }
}

customElements.define('al-function-picker', FunctionPicker);

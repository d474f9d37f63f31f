import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { activations } from '../core/activations/registry';
import type { Activation } from '../core/index';
import type { StringKey } from '../shared/strings';
import type { ChosenFunction, FunctionKind } from './chooseFunction';
import { icon } from './icons';
import { shared } from './styles';
import { t } from './text';

const families = [
  'family.squashing',
  'family.rectifier',
  'family.smooth',
  'family.other',
  'family.softmax',
  'family.gates',
] as const satisfies readonly StringKey[];

/** Where a function stands in the list: by what its curve does. */
function familyOf({ properties }: Activation): (typeof families)[number] {
  if (properties.boundedAbove && properties.boundedBelow) return 'family.squashing';
  if (properties.boundedBelow) return properties.smooth ? 'family.smooth' : 'family.rectifier';
  return properties.boundedAbove || properties.gradientDies === 'left' ? 'family.rectifier' : 'family.other';
}

/** What the list tells of a function. */
interface Entry extends ChosenFunction {
  readonly label: string;
  readonly family: (typeof families)[number];
  readonly names: readonly string[];
}

const entryOf = (
  { id, label, spellings }: Pick<Activation, 'id' | 'label' | 'spellings'>,
  kind: FunctionKind,
  family: Entry['family'],
): Entry => ({
  id,
  kind,
  label,
  family,
  names: [id, label, ...spellings.map(({ code }) => code)].map((name) => name.toLowerCase()),
});

const activationEntries = [...activations.values()].map((entry) => entryOf(entry, 'activation', familyOf(entry)));
/** Softmaxes and gates: loaded when a list of every function is first needed. */
let others: readonly Entry[] = [];

async function loadOthers(): Promise<void> {
  const [{ softmaxFamily }, { gates }] = await Promise.all([
    import('../core/softmax/registry'),
    import('../core/gates/registry'),
  ]);
  others = [
    ...[...softmaxFamily.values()].map((entry) => entryOf(entry, 'softmax', 'family.softmax')),
    ...[...gates.values()].map((entry) => entryOf(entry, 'gate', 'family.gates')),
  ];
}

/**
 * Chooses a function: a field to search in and a list by family (the combobox pattern of the ARIA guide).
 * Sends `choose` with the function; `look` while one moves through the list (undefined: no longer).
 */
export class FunctionPicker extends LitElement {
  static override properties = {
    value: {},
    label: {},
    placeholder: {},
    every: { type: Boolean },
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
  /** softmaxes and gates too, not only activations */
  declare every: boolean;
  declare open: boolean;
  declare search: string | undefined;
  declare active: string;

  constructor() {
    super();
    this.value = '';
    this.label = '';
    this.placeholder = '';
    this.every = false;
    this.open = false;
    this.search = undefined;
    this.active = '';
  }

  private get entries(): readonly Entry[] {
    return this.every ? [...activationEntries, ...others] : activationEntries;
  }

  private get found(): readonly Entry[] {
    const wanted = (this.search ?? '').trim().toLowerCase();
    const matches = this.entries.filter(({ names }) => names.some((name) => name.includes(wanted)));
    return families.flatMap((family) => matches.filter((entry) => entry.family === family));
  }

  protected override willUpdate(): void {
    const needed = this.open || (this.value !== '' && !activations.has(this.value));
    if (this.every && needed && others.length === 0) void loadOthers().then(() => this.requestUpdate());
  }

  override render(): TemplateResult {
    const chosen = this.entries.find(({ id }) => id === this.value);
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
      if (entry.family !== family) {
        ({ family } = entry);
        rows.push(html`<li role="presentation">${t(entry.family)}</li>`);
      }
      rows.push(
        html`<li
          role="option"
          id=${`option-${entry.id}`}
          class=${entry.id === this.active ? 'active' : ''}
          aria-selected=${entry.id === this.value}
          @mousedown=${(event: MouseEvent) => event.preventDefault()}
          @click=${() => this.choose(entry)}
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

  private choose({ kind, id }: ChosenFunction): void {
    this.fold();
    this.dispatchEvent(new CustomEvent<ChosenFunction>('choose', { detail: { kind, id } }));
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
      const entry = found[Math.max(0, Math.min(found.length - 1, to))];
      this.active = entry?.id ?? '';
      this.dispatchEvent(new CustomEvent<ChosenFunction | undefined>('look', { detail: entry }));
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (event.key === 'Enter' && this.open && found[at] !== undefined) {
      event.preventDefault();
      this.choose(found[at]);
    } else if (event.key === 'Escape' && this.open) {
      event.preventDefault();
      this.fold();
    }
  }
}

customElements.define('al-function-picker', FunctionPicker);

import * as vscode from 'vscode';
import type { Network, NumericArray } from '../../core/index';
import type { Evaluation, FunctionCall } from '../../shared/evaluation';
import { commands, views } from '../../shared/ids';
import {
  readToHost,
  readToWebview,
  type Assumption,
  type NetworkState,
  type Room,
  type Surface,
} from '../../shared/protocol';
import { Debounce } from '../debounce';
import type { LensView } from '../lensView';
import type { Effect, Performed, Place } from '../model/effect';
import { LensModel } from '../model/lensModel';
import type { Reader } from '../reading/reader';
import { pageHtml } from './html';
import { saveFile } from './saveFile';
import { SourceLink } from './sourceLink';
import { explanationLocale, translatedStrings } from './translate';

const memoryKeys = {
  looks: 'activationLens.viewState',
  model: 'activationLens.model',
  history: 'activationLens.history',
} as const;
/** How long nothing must change before what is shown is stored. */
const storeMilliseconds = 500;

/**
 * The laboratory in the sidebar and, when asked for, in an editor tab. What both show is the model's; here are the
 * webviews, and here is done what the model asks for.
 */
export class LensPanel implements LensView, vscode.WebviewViewProvider {
  private readonly disposables: { dispose(): unknown }[] = [];
  private readonly webviews = new Map<Place, vscode.Webview>();
  private readonly called = new vscode.EventEmitter<Evaluation>();
  private readonly appeared = new vscode.EventEmitter<void>();
  private readonly model: LensModel;
  private readonly link: SourceLink;
  private readonly storing = new Debounce(storeMilliseconds, () => this.store());
  private tab: vscode.WebviewPanel | undefined;

  /** another function or other settings were chosen in the view: what result commands work with from now on */
  readonly onDidChangeCall = this.called.event;

  /** the view was opened, or can be seen again */
  readonly onDidAppear = this.appeared.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    private readonly memory: vscode.Memento,
    reader: Reader,
  ) {
    this.model = new LensModel(
      { strings: translatedStrings(), locale: explanationLocale() },
      {
        looks: memory.get(memoryKeys.looks),
        model: memory.get(memoryKeys.model),
        history: memory.get(memoryKeys.history),
      },
    );
    this.link = new SourceLink(this.model, reader, (index) => this.perform(this.model.highlight(index)));
    this.disposables.push(this.called, this.appeared, this.link, this.storing);
  }

  get visible(): boolean {
    return this.model.visible;
  }

  get call(): FunctionCall | undefined {
    return this.model.call;
  }

  get network(): NetworkState {
    return this.model.network;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const place = this.open('sidebar', view.webview, view.visible, view.onDidDispose);
    const seen = view.onDidChangeVisibility(() => this.perform(this.model.seen(place, view.visible)));
    view.onDidDispose(() => void seen.dispose());
  }

  preview(evaluation: Evaluation | undefined): void {
    this.perform(this.model.preview(evaluation));
  }

  show(evaluations: readonly Evaluation[]): Promise<void> {
    return this.reveal(this.model.show(evaluations));
  }

  follow(evaluation: Evaluation | undefined): void {
    this.perform(this.model.follow(evaluation));
  }

  showNetwork(network: Network, x?: NumericArray, assumed?: readonly Assumption[]): Promise<void> {
    return this.reveal(this.model.showNetwork(network, x, assumed));
  }

  runNetwork(x: NumericArray): Promise<void> {
    return this.reveal(this.model.runNetwork(x));
  }

  showRoom(room: Room): Promise<void> {
    return this.reveal(this.model.showRoom(room));
  }

  /** Performs what the model asks for, and brings the view before people's eyes, wherever it is open. */
  async reveal(effects: readonly Effect[] = []): Promise<void> {
    this.perform(effects);
    if (this.visible) return;
    if (this.tab !== undefined) this.tab.reveal(undefined, true);
    else await vscode.commands.executeCommand(`${views.panel}.focus`, { preserveFocus: true });
  }

  /** The same app in an editor tab. */
  openInEditor(): void {
    if (this.tab !== undefined) {
      this.tab.reveal();
      return;
    }
    const tab = vscode.window.createWebviewPanel(views.panel, 'Activation Lens', vscode.ViewColumn.Active, {
      retainContextWhenHidden: false,
    });
    this.tab = tab;
    const place = this.open('editor', tab.webview, tab.visible, tab.onDidDispose);
    const seen = tab.onDidChangeViewState(() => this.perform(this.model.seen(place, tab.visible)));
    tab.onDidDispose(() => {
      seen.dispose();
      this.tab = undefined;
    });
  }

  dispose(): void {
    this.store();
    this.tab?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
    this.disposables.length = 0;
    this.webviews.clear();
  }

  private open(surface: Surface, webview: vscode.Webview, visible: boolean, onDidClose: vscode.Event<void>): Place {
    const place = this.model.open(surface, visible);
    this.webviews.set(place, webview);
    webview.options = {
      enableScripts: true,
      localResourceRoots: ['dist', 'media'].map((folder) => vscode.Uri.joinPath(this.extensionUri, folder)),
    };
    const listening = webview.onDidReceiveMessage((message: unknown) => this.arrived(place, message));
    const closing = onDidClose(() => {
      this.webviews.delete(place);
      listening.dispose();
      closing.dispose();
      this.perform(this.model.close(place));
    });
    this.disposables.push(listening, closing);
    webview.html = pageHtml(webview, this.extensionUri);
    return place;
  }

  private arrived(place: Place, message: unknown): void {
    const known = readToHost(message);
    if (known === undefined) {
      this.log.error('The view sent a message that is not in the protocol.', describe(message));
      return;
    }
    this.perform(this.model.receive(known, place));
  }

  private perform(effects: readonly Effect[]): void {
    for (const effect of effects) {
      this.carryOut(effect).catch((error: unknown) => {
        this.log.error(`"${effect.type}" failed.`, error instanceof Error ? error : String(error));
        const reason = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(vscode.l10n.t('Activation Lens: {0}', reason));
      });
    }
  }

  private async carryOut(effect: Effect): Promise<void> {
    switch (effect.type) {
      case 'send':
        // the webview leaves aside what is not in the protocol, an array beyond its limit for example
        if (readToWebview(effect.message) === undefined) {
          throw new Error(vscode.l10n.t('This is too large to be shown in the view.'));
        }
        await this.webviews.get(effect.to)?.postMessage(effect.message);
        return;
      case 'persist':
        this.storing.trigger();
        return;
      case 'keepLooks':
        await this.memory.update(memoryKeys.looks, effect.looks);
        return;
      case 'called':
        this.called.fire(effect.evaluation);
        return;
      case 'showed':
        this.link.shownChanged();
        return;
      case 'appeared':
        this.appeared.fire();
        return;
      case 'act':
        await vscode.commands.executeCommand(commands[effect.action]);
        return;
      case 'askName': {
        const prompt = vscode.l10n.t('Name of this evaluation');
        const name = await vscode.window.showInputBox({ value: effect.name, prompt });
        if (name !== undefined) this.perform(this.model.rename(effect.id, name));
        return;
      }
      case 'reveal':
        // whoever shows something waits for it, see `reveal`
        return;
      case 'perform':
        await this.performFor(effect.message);
    }
  }

  private async performFor(message: Performed): Promise<void> {
    switch (message.type) {
      case 'reveal':
        await this.link.reveal(message.index);
        return;
      case 'point':
        await this.link.pointAt(message.index);
        return;
      case 'copyText':
        await vscode.env.clipboard.writeText(message.text);
        return;
      case 'save':
        await saveFile(message.name, message.content);
        return;
      case 'openSamples':
        await vscode.commands.executeCommand('vscode.open', this.samples(), { preview: false });
        return;
      case 'readNetwork':
        await vscode.commands.executeCommand(commands.runNetwork);
        return;
      case 'openInEditor':
        this.openInEditor();
        return;
      case 'log':
        this.log.error(`View: ${message.message}`);
    }
  }

  private samples(): vscode.Uri {
    const name = explanationLocale() === 'ko' ? 'activations.ko.ipynb' : 'activations.ipynb';
    return vscode.Uri.joinPath(this.extensionUri, 'media', 'samples', name);
  }

  private store(): void {
    const { model, history } = this.model.stored;
    void this.memory.update(memoryKeys.model, model);
    void this.memory.update(memoryKeys.history, history);
  }
}

/** Enough of a message to find it in the code, never its numbers. */
function describe(message: unknown): string {
  if (typeof message !== 'object' || message === null) return typeof message;
  const type: unknown = (message as Record<string, unknown>).type;
  return `{ type: ${typeof type === 'string' ? type.slice(0, 100) : typeof type}, keys: ${Object.keys(message).slice(0, 20).join(', ')} }`;
}

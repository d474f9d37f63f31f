import * as vscode from 'vscode';
import type { NumericArray } from '../../core/array/numericArray';
import type { Evaluation, FunctionCall } from '../../shared/evaluation';
import { commands, views } from '../../shared/ids';
import {
  readToHost,
  type ResultAction,
  type Room,
  type Surface,
  type ToHost,
  type ToWebview,
} from '../../shared/protocol';
import type { LensView } from '../lensView';
import { History } from './history';
import { pageHtml } from './html';
import { saveFile } from './saveFile';
import { SourceLink } from './sourceLink';
import { explanationLocale, translatedStrings } from './translate';

const stateKey = 'activationLens.viewState';

type Network = Extract<ToWebview, { type: 'network' }>['network'];

/** One place where the webview is open. */
interface Place {
  readonly surface: Surface;
  readonly webview: vscode.Webview;
  isVisible(): boolean;
  ready: boolean;
}

/**
 * The laboratory in the sidebar and, when asked for, in an editor tab: both show the same app and the same evaluation.
 * What is shown is kept here, so that a webview that is closed and opened again finds everything by saying `ready`.
 */
export class LensPanel implements LensView, vscode.WebviewViewProvider {
  private readonly disposables: { dispose(): unknown }[] = [];
  private readonly places = new Set<Place>();
  private readonly history: History;
  private readonly called = new vscode.EventEmitter<Evaluation>();
  private readonly appeared = new vscode.EventEmitter<void>();
  private readonly showed = new vscode.EventEmitter<void>();
  private readonly pointed = new vscode.EventEmitter<number>();
  private readonly link: SourceLink;
  private tab: vscode.WebviewPanel | undefined;
  private shown: Evaluation | undefined;
  private previewed: Evaluation | undefined;
  private network: { readonly network: Network; readonly x: NumericArray | undefined } | undefined;
  private pinned = false;
  /** whether what is shown came by following the selection, not by a command */
  private following = true;
  /** the room that a command asked for before the view had started */
  private room: Room | undefined;

  /** another function or other settings were chosen in the view: what result commands work with from now on */
  readonly onDidChangeCall = this.called.event;

  /** another evaluation is shown */
  readonly onDidShow = this.showed.event;

  /** a value is pointed at in the view, by its index; -1: none any more */
  readonly onDidPoint = this.pointed.event;

  /** the view was opened, or can be seen again */
  readonly onDidAppear = this.appeared.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    private readonly memory: vscode.Memento,
  ) {
    this.history = new History(memory);
    this.link = new SourceLink(this);
    this.disposables.push(this.called, this.appeared, this.showed, this.pointed, this.link);
  }

  /** what the view shows now, with the function and settings chosen there */
  get current(): Evaluation | undefined {
    return this.shown;
  }

  get visible(): boolean {
    return [...this.places].some((place) => place.isVisible());
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const seen = view.onDidChangeVisibility(() => this.announce(view.visible));
    view.onDidDispose(() => void seen.dispose());
    this.open(
      { surface: 'sidebar', webview: view.webview, isVisible: () => view.visible, ready: false },
      view.onDidDispose,
    );
  }

  preview(evaluation: Evaluation | undefined): void {
    this.previewed = evaluation;
    if (evaluation === undefined) this.send({ type: 'nothing', reason: 'preview' });
    else this.send({ type: 'evaluation', reason: 'preview', evaluation });
  }

  async show(evaluation: Evaluation): Promise<void> {
    this.previewed = undefined;
    this.following = false;
    this.shown = evaluation;
    this.history.add(evaluation);
    this.send({ type: 'evaluation', reason: 'show', evaluation });
    this.showed.fire();
    this.sendHistory();
    await this.reveal();
  }

  follow(evaluation: Evaluation | undefined): void {
    if (this.pinned || !this.visible) return;
    if (evaluation === undefined) {
      this.send({ type: 'nothing', reason: 'follow' });
      return;
    }
    // the cursor moved within the array
    const same = this.following && sameJson(this.shown?.source, evaluation.source) && this.shown?.source !== undefined;
    if (same && sameJson(this.shown?.call, evaluation.call)) return;
    this.following = true;
    this.shown = evaluation;
    this.send({ type: 'evaluation', reason: 'follow', evaluation });
    this.showed.fire();
  }

  /** Shows a network, and the array to run it on when there is one. */
  async showNetwork(network: Network, x?: NumericArray): Promise<void> {
    this.network = { network, x };
    this.send({ type: 'network', network, x });
    await this.reveal();
  }

  /** Marks the value that the cursor stands on; -1 for none. */
  highlight(index: number): void {
    this.send({ type: 'highlight', index });
  }

  /** Reveals the view with one of its rooms in front. */
  async showRoom(room: Room): Promise<void> {
    if (this.visible) this.send({ type: 'room', room });
    else this.room = room;
    await this.reveal();
  }

  async reveal(): Promise<void> {
    if (this.tab !== undefined && !this.places.size) this.tab.reveal(undefined, true);
    else if (!this.visible) await vscode.commands.executeCommand(`${views.panel}.focus`, { preserveFocus: true });
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
    this.disposables.push(tab.onDidDispose(() => (this.tab = undefined)));
    this.open(
      { surface: 'editor', webview: tab.webview, isVisible: () => tab.visible, ready: false },
      tab.onDidDispose,
    );
  }

  dispose(): void {
    this.tab?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
    this.disposables.length = 0;
    this.places.clear();
  }

  private open(place: Place, onDidClose: vscode.Event<void>): void {
    this.places.add(place);
    place.webview.options = {
      enableScripts: true,
      localResourceRoots: ['dist', 'media'].map((folder) => vscode.Uri.joinPath(this.extensionUri, folder)),
    };
    const listening = place.webview.onDidReceiveMessage((message: unknown) => this.arrived(place, message));
    const closing = onDidClose(() => {
      this.places.delete(place);
      listening.dispose();
      closing.dispose();
    });
    this.disposables.push(listening, closing);
    place.webview.html = pageHtml(place.webview, this.extensionUri);
  }

  private announce(visible: boolean): void {
    // what a command has put there stays; what followed the selection is brought up to date
    if (visible && this.following) this.appeared.fire();
  }

  private arrived(place: Place, message: unknown): void {
    const known = readToHost(message);
    if (known === undefined) {
      this.log.error('The view sent a message that is not in the protocol.', describe(message));
      return;
    }
    this.answer(place, known).catch((error: unknown) => {
      this.log.error(`The view's message "${known.type}" failed.`, error instanceof Error ? error : String(error));
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('Activation Lens: {0}', reason));
    });
  }

  private async answer(place: Place, message: ToHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        place.ready = true;
        this.sendEverything(place);
        this.announce(place.isVisible());
        return;
      case 'state':
        await this.memory.update(stateKey, message.state);
        return;
      case 'call':
        this.changeCall(message.call);
        return;
      case 'evaluateSample':
        this.shown = message.evaluation;
        this.called.fire(message.evaluation);
        return;
      case 'action':
        await this.act(message.action);
        return;
      case 'reveal':
        await this.link.reveal(message.index);
        return;
      case 'point':
        this.pointed.fire(message.index);
        return;
      case 'pin':
        this.pinned = message.pinned;
        return;
      case 'history':
        await this.changeHistory(message.action, message.id);
        return;
      case 'clearHistory':
        this.history.clear();
        this.sendHistory();
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
        return;
      default: {
        const never: never = message;
        throw new Error(`No answer to ${String(never)}`);
      }
    }
  }

  private samples(): vscode.Uri {
    const name = explanationLocale() === 'ko' ? 'activations.ko.ipynb' : 'activations.ipynb';
    return vscode.Uri.joinPath(this.extensionUri, 'media', 'samples', name);
  }

  private changeCall(call: FunctionCall): void {
    if (this.shown === undefined) return;
    this.shown = { ...this.shown, call };
    this.called.fire(this.shown);
  }

  private async act(action: ResultAction): Promise<void> {
    if (this.shown === undefined) return;
    this.called.fire(this.shown);
    await vscode.commands.executeCommand(commands[action]);
  }

  private async changeHistory(action: 'open' | 'compare' | 'rename' | 'delete', id: number): Promise<void> {
    if (action === 'open') {
      const evaluation = this.history.find(id);
      if (evaluation === undefined) return;
      this.shown = evaluation;
      this.called.fire(evaluation);
      this.send({ type: 'evaluation', reason: 'show', evaluation });
    } else if (action === 'compare') {
      const evaluation = this.history.find(id);
      const name = this.history.list.find((entry) => entry.id === id)?.name ?? '';
      if (evaluation !== undefined) this.send({ type: 'comparison', name, evaluation });
    } else if (action === 'delete') {
      this.history.delete(id);
      this.sendHistory();
    } else {
      const before = this.history.list.find((entry) => entry.id === id)?.name ?? '';
      const name = await vscode.window.showInputBox({
        value: before,
        prompt: vscode.l10n.t('Name of this evaluation'),
      });
      if (name === undefined) return;
      this.history.rename(id, name.trim().slice(0, 200));
      this.sendHistory();
    }
  }

  private sendEverything(place: Place): void {
    const state = this.memory.get<string>(stateKey);
    this.sendTo(place, {
      type: 'init',
      strings: translatedStrings(),
      locale: explanationLocale(),
      state,
      surface: place.surface,
    });
    this.sendTo(place, { type: 'history', entries: this.history.list });
    if (this.shown !== undefined) this.sendTo(place, { type: 'evaluation', reason: 'show', evaluation: this.shown });
    this.showed.fire();
    if (this.previewed !== undefined)
      this.sendTo(place, { type: 'evaluation', reason: 'preview', evaluation: this.previewed });
    if (this.network !== undefined)
      this.sendTo(place, { type: 'network', network: this.network.network, x: this.network.x });
    if (this.room !== undefined) this.sendTo(place, { type: 'room', room: this.room });
    this.room = undefined;
  }

  private sendHistory(): void {
    this.send({ type: 'history', entries: this.history.list });
  }

  private send(message: ToWebview): void {
    for (const place of this.places) if (place.ready) this.sendTo(place, message);
  }

  private sendTo(place: Place, message: ToWebview): void {
    void place.webview.postMessage(message);
  }
}

/** Whether two plain objects made by the same code say the same. */
const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Enough of a message to find it in the code, never its numbers. */
function describe(message: unknown): string {
  if (typeof message !== 'object' || message === null) return typeof message;
  const type: unknown = (message as Record<string, unknown>).type;
  return `{ type: ${typeof type === 'string' ? type.slice(0, 100) : typeof type}, keys: ${Object.keys(message).slice(0, 20).join(', ')} }`;
}

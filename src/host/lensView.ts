import type { Event } from 'vscode';
import type { Network, NumericArray } from '../core/index';
import type { Evaluation, FunctionCall } from '../shared/evaluation';
import type { Assumption, NetworkState, Room } from '../shared/protocol';

/** What commands, hovers and the selection follower may ask of the sidebar. */
export interface LensView {
  /** shows an evaluation while someone moves through a pick; undefined goes back to what was shown before */
  preview(evaluation: Evaluation | undefined): void;
  /** shows the evaluations of one command and keeps them in the history; reveals the view */
  show(evaluations: readonly Evaluation[]): Promise<void>;
  /** the selection changed: shown only while the view is visible and not pinned */
  follow(evaluation: Evaluation | undefined): void;
  /** whether anybody can see the view now */
  readonly visible: boolean;
  /** the function that was chosen last; undefined until one was */
  readonly call: FunctionCall | undefined;
  /** the network of the network room with every edit */
  readonly network: NetworkState;
  reveal(): Promise<void>;
  /** shows a network as it was read, run on an array where there is one; reveals the view */
  showNetwork(network: Network, x?: NumericArray, assumed?: readonly Assumption[]): Promise<void>;
  /** shows the network as it is, run on another array; reveals the view */
  runNetwork(x: NumericArray): Promise<void>;
  /** another function or other settings were chosen in the view: what result commands work with from now on */
  readonly onDidChangeCall: Event<Evaluation>;
  /** the view was opened, or can be seen again: what it follows may have moved meanwhile */
  readonly onDidAppear: Event<void>;
  /** reveals the view with one of its rooms in front */
  showRoom(room: Room): Promise<void>;
  /** the same view in an editor tab */
  openInEditor(): void;
}

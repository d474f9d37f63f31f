import * as vscode from 'vscode';
import type { Guard } from '../guard';
import { argumentObject, type ArgumentObject } from './arguments';

/**
 * Registers a command that works in two ways: started by a person (no argument object) it says what is wrong in a
 * message and answers undefined; called with an argument object it rejects with an error that has a `code`.
 */
export function register(
  id: string,
  guard: Guard,
  action: (args: ArgumentObject | undefined) => Promise<unknown>,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (value: unknown) => {
    const args = argumentObject(value);
    if (args !== undefined) return action(args);
    try {
      return await action(undefined);
    } catch (error) {
      void guard.report(error);
      return undefined;
    }
  });
}

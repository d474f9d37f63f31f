import type { Surface, ToWebview } from '../../shared/protocol';
import type { Effect, Place } from './effect';

/** The webviews in which the view is open. */
export class Places {
  private readonly open = new Map<Place, { ready: boolean; visible: boolean }>();

  get visible(): boolean {
    return [...this.open.values()].some(({ visible }) => visible);
  }

  add(surface: Surface, visible: boolean): Place {
    const place = { surface };
    this.open.set(place, { ready: false, visible });
    return place;
  }

  delete(place: Place): void {
    this.open.delete(place);
  }

  isVisible(place: Place): boolean {
    return this.open.get(place)?.visible === true;
  }

  /** @returns whether that is a change */
  see(place: Place, visible: boolean): boolean {
    const found = this.open.get(place);
    if (found === undefined || found.visible === visible) return false;
    found.visible = visible;
    return true;
  }

  /** @returns whether the place is still open */
  start(place: Place): boolean {
    const found = this.open.get(place);
    if (found === undefined) return false;
    found.ready = true;
    return true;
  }

  /** To every place that has started, but not back to the one where it came from. */
  send(message: ToWebview, except?: Place): Effect[] {
    const effects: Effect[] = [];
    for (const [to, { ready }] of this.open) if (ready && to !== except) effects.push({ type: 'send', to, message });
    return effects;
  }
}

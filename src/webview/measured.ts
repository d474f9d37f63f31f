import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The width that a component has for its pictures, in whole pixels; draws again when it changes. */
export class MeasuredWidth implements ReactiveController {
  width = 0;
  private observer: ResizeObserver | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    this.observer = new ResizeObserver(([entry]) => this.take(entry?.contentRect.width ?? 0));
    this.observer.observe(this.host);
    this.take(this.host.clientWidth);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }

  private take(width: number): void {
    const whole = Math.floor(width);
    if (whole === this.width) return;
    this.width = whole;
    this.host.requestUpdate();
  }
}

import { noChange, type ElementPart } from 'lit';
import { Directive, directive, PartType, type PartInfo } from 'lit/directive.js';

/**
 * Sets style properties through the CSS object model: `<div ${placed({ left: '3px' })}>`. Lit's own `styleMap` writes a
 * style attribute the first time, which the page's content security policy forbids.
 */
class Placed extends Directive {
  private last: Readonly<Record<string, string>> = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('placed() stands inside a tag, not in an attribute');
  }

  override update(part: ElementPart, [properties]: [Readonly<Record<string, string>>]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(properties))
      if (this.last[name] !== value) style.setProperty(name, value);
    for (const name of Object.keys(this.last)) if (!(name in properties)) style.removeProperty(name);
    this.last = properties;
    return noChange;
  }

  render(...properties: [Readonly<Record<string, string>>]): typeof noChange {
    // Only a server would draw without an element, and none does.
    throw new Error(`placed() needs an element for ${String(Object.keys(properties[0]))}`);
  }
}

export const placed = directive(Placed);

import { css, html, LitElement } from "lit";
import { addStyle, show } from "./parts/match.js";

/** Shadow roots in shadow roots, with slots; the innermost elements are defined when they are in view already. */

class Match extends LitElement {
  static override properties = { match: {} };
  static override styles =
    css`:host { display: block } article { height: 90px; margin: 4px; background: #eee }`;
  declare match: string;
  override render() {
    return html`<article data-track-event=${this.match}>Match ${this.match}
      <button data-track-outcome=${`${this.match}1`}><b>1.85</b></button></article>`;
  }
}

class Panel extends LitElement {
  static override properties = { isOpen: { state: true } };
  declare isOpen: boolean;
  constructor() {
    super();
    this.isOpen = true;
  }
  override render() {
    return html`<button data-go @click=${() => (this.isOpen = !this.isOpen)}>open or close</button>
      <div data-track-location="lit:panel" style="height: 300px; overflow: auto" ?hidden=${!this.isOpen}><slot></slot></div>`;
  }
}

class App extends LitElement {
  override render() {
    const ids = Array.from({ length: 12 }, (_, index) => index + 1);
    const matchesOf = (group: number) => ids.map((id) => html`<x-match match=${group * 100 + id}></x-match>`);
    return html`${[1, 2, 3].map((group) => html`<x-panel>${matchesOf(group)}</x-panel>`)}`;
  }
}

addStyle("");
show("<x-app></x-app>");
customElements.define("x-app", App);
customElements.define("x-panel", Panel);
setTimeout(() => customElements.define("x-match", Match), 400);

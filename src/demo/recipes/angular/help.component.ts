import { Component, signal } from "@angular/core";

/** Opens the chat, once Web Chat is there. */
@Component({
  selector: "app-help",
  template: `<button [disabled]="!ready()" (click)="open()">Ask us</button>`,
})
export class HelpComponent {
  readonly ready = signal(false);

  constructor() {
    const sso = window.HelpshiftSSO;
    if (sso && !Array.isArray(sso)) void sso.ready.then((ready) => this.ready.set(ready));
  }

  open() {
    window.Helpshift?.("open");
  }
}

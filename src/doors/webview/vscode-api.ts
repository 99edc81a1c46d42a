import type { FromPage, PageState } from './protocol';

/** What VS Code hands to a webview's script, once. */
export interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare global {
  function acquireVsCodeApi(): VsCodeApi;
}

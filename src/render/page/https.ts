/** Whether an address leads into the web by https. No other is ever made a link: it may come from an overlay. */
export function isHttps(url: string): boolean {
  return /^https:\/\/[^\s/?#]+/i.test(url);
}

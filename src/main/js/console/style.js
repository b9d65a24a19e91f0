/** The page's own rules, in the console's colors. They apply only to our own elements. */
const RULES = `
dialog.hs-page {
  width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; border: 0; padding: 0;
  overflow: auto; box-sizing: border-box;
  color: var(--pf-v5-global--Color--100, CanvasText);
  background: var(--pf-v5-global--BackgroundColor--200, Canvas);
  font: 16px/1.5 var(--pf-v5-global--FontFamily--text, sans-serif);
}
.hs-page .hs-head { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; }
.hs-page .hs-head, .hs-page .hs-body { max-width: 60rem; margin: 0 auto; padding: 16px; }
.hs-page .hs-h1 { font-size: 1.5rem; font-weight: 600; }
.hs-page .hs-h2 { font-size: 1.25rem; font-weight: 600; margin-bottom: 8px; }
.hs-page .hs-card { background: var(--pf-v5-global--BackgroundColor--100, Canvas); padding: 24px 16px; margin-bottom: 16px; overflow-wrap: anywhere; }
.hs-page .hs-field { margin: 16px 0; }
.hs-page .hs-field > label, .hs-page summary { font-weight: 600; font-size: .9rem; }
.hs-page .hs-help { color: var(--pf-v5-global--Color--200, GrayText); font-size: .875rem; }
.hs-page button { white-space: normal; overflow-wrap: anywhere; text-align: start; }
.hs-page .hs-toggle { margin: 12px 0; }
.hs-page .hs-toggle input { width: 20px; height: 20px; vertical-align: middle; margin-inline-end: 8px; }
.hs-page .hs-details, .hs-page .hs-group { margin: 16px 0; }
.hs-page .hs-group { border: 0; padding: 0; min-width: 0; }
.hs-page .hs-group legend { font-weight: 600; font-size: 1rem; }
.hs-page summary { cursor: pointer; padding: 4px 0; }
.hs-page .hs-notice { border-inline-start: 4px solid; padding: 8px 12px; margin: 12px 0; background: var(--pf-v5-global--BackgroundColor--200, Canvas); }
.hs-page .hs-success { border-color: #3e8635; }
.hs-page .hs-info { border-color: #2b9af3; }
.hs-page .hs-warning { border-color: #f0ab00; }
.hs-page .hs-danger { border-color: #c9190b; }
.hs-page .hs-scroll { overflow-x: auto; margin: 16px 0; }
.hs-page .hs-table { width: 100%; border-collapse: collapse; text-align: start; font-size: .875rem; }
.hs-page .hs-table :is(th, td) { padding: 8px; text-align: start; vertical-align: top; border-bottom: 1px solid var(--pf-v5-global--BorderColor--100, GrayText); }
.hs-page .hs-table :is(th, td) { overflow-wrap: normal; }
.hs-page .hs-table th { white-space: nowrap; }
.hs-page .hs-table tbody th { font-weight: inherit; }
.hs-page .hs-table td:nth-child(2) { overflow-wrap: anywhere; min-width: 8rem; }
@media (max-width: 600px) {
  .hs-page .hs-table :is(th, td) { padding: 8px 4px; }
  .hs-page .hs-table tbody th { white-space: normal; overflow-wrap: anywhere; min-width: 5.5rem; }
  .hs-page .hs-table td:nth-child(2) { min-width: 6.5rem; }
}
.hs-page .hs-list { margin: 4px 0; padding-inline-start: 1.5rem; list-style: disc; }
.hs-page .hs-row { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: baseline; }
.hs-page select { width: 100%; color: inherit; background: transparent; }
.hs-page option { color: CanvasText; background: Canvas; }
.hs-page :focus-visible { outline: 2px solid var(--pf-v5-global--active-color--100, Highlight); outline-offset: 2px; }
.hs-count { margin-inline-start: 8px; padding: 0 8px; border-radius: 12px; background: #c9190b; color: #fff; font-size: .75rem; }
.hs-entry { position: fixed; inset-block-end: 16px; inset-inline-start: 16px; z-index: 500; }
`;

export function addStyle() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  document.adoptedStyleSheets.push(sheet);
}

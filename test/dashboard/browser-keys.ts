/**
 * Keys that browsers answer themselves: Chrome, Edge, Firefox and Safari as their own help pages list them, on Windows, Linux
 * and macOS. `Meta` is ⌘. Whatever stands here must stay theirs.
 */
export const BROWSER_KEYS: readonly { what: string; keys: readonly string[] }[] = [
  { what: 'windows and tabs', keys: ['Ctrl+n', 'Ctrl+t', 'Ctrl+w', 'Ctrl+Shift+n', 'Ctrl+Shift+t', 'Ctrl+Shift+w'] },
  { what: 'windows and tabs, Mac', keys: ['Meta+n', 'Meta+t', 'Meta+w', 'Meta+q', 'Meta+m', 'Meta+h', 'Meta+Shift+t'] },
  { what: 'from tab to tab', keys: ['Ctrl+Tab', 'Ctrl+Shift+Tab', 'Ctrl+PageUp', 'Ctrl+PageDown', 'Ctrl+1', 'Meta+1'] },
  { what: 'the address', keys: ['Ctrl+l', 'Alt+d', 'F6', 'Meta+l', 'Ctrl+e', 'Ctrl+k'] },
  { what: 'the page', keys: ['F5', 'Ctrl+r', 'Ctrl+Shift+r', 'Meta+r', 'Escape', 'F11', 'F12', 'F7', 'F1', 'F3'] },
  { what: 'find', keys: ['Ctrl+f', 'Ctrl+g', 'Ctrl+Shift+g', 'Meta+f', 'Meta+g', '/', "'", 'Ctrl+Shift+f'] },
  { what: 'back and forth', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Meta+[', 'Meta+]', 'Backspace'] },
  { what: 'save, print, open', keys: ['Ctrl+s', 'Ctrl+p', 'Ctrl+o', 'Ctrl+u', 'Meta+s', 'Meta+p', 'Meta+o'] },
  {
    what: 'bookmarks and history',
    keys: ['Ctrl+d', 'Ctrl+h', 'Ctrl+j', 'Ctrl+b', 'Ctrl+Shift+b', 'Ctrl+Shift+o', 'Meta+d'],
  },
  { what: 'zoom', keys: ['Ctrl++', 'Ctrl+-', 'Ctrl+0', 'Meta++', 'Meta+-', 'Meta+0'] },
  {
    what: 'text',
    keys: ['Ctrl+a', 'Ctrl+c', 'Ctrl+v', 'Ctrl+x', 'Ctrl+y', 'Ctrl+z', 'Meta+a', 'Meta+c', 'Meta+v', 'Meta+z'],
  },
  {
    what: 'tools',
    keys: ['Ctrl+Shift+i', 'Ctrl+Shift+j', 'Ctrl+Shift+c', 'Ctrl+Shift+k', 'Ctrl+Shift+e', 'Ctrl+Shift+m'],
  },
  {
    what: 'scrolling and the focus',
    keys: [' ', 'Shift+ ', 'PageUp', 'PageDown', 'Home', 'End', 'Tab', 'Shift+Tab', 'Enter'],
  },
  { what: 'arrows', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
  { what: 'menus', keys: ['F10', 'Alt+f', 'Alt+e', 'Shift+F10', 'ContextMenu'] },
];

/**
 * The one that the palette takes all the same, as shops’ other tools do: on Windows and Linux it leads to the address as a
 * search, which Ctrl+E, Ctrl+L, Alt+D and F6 go on doing.
 */
export const PALETTE_KNOWN = new Set(['Ctrl+k']);

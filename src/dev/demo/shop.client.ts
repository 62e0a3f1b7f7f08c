/**
 * The browser's part of the demo shop: a cart in localStorage under "volt-and-vine-cart",
 * `[{ id, title, price, currency, image, quantity }]` with the price of one in minor units.
 */
export const shopScript = `'use strict';
(() => {
  const KEY = 'volt-and-vine-cart';

  const read = () => {
    try {
      const lines = JSON.parse(localStorage.getItem(KEY) ?? '[]');
      return Array.isArray(lines) ? lines.filter((line) => typeof line?.id === 'string' && line.quantity > 0) : [];
    } catch {
      return [];
    }
  };

  const write = (lines) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(lines));
    } catch {
      // Storage may be forbidden or full; the page then shows the cart without keeping it.
    }
    draw(lines);
  };

  const money = (amount, currency) =>
    new Intl.NumberFormat('en-IE', { style: 'currency', currency }).format(amount / 100);

  const setQuantity = (id, quantity) =>
    write(read().map((line) => (line.id === id ? { ...line, quantity } : line)));

  const drawLine = (line, template) => {
    const row = template.content.firstElementChild.cloneNode(true);
    const part = (name) => row.querySelector('[data-line="' + name + '"]');
    row.dataset.id = line.id;
    row.querySelector('img').src = line.image;
    part('title').textContent = line.title;
    part('title').href = '/demo/products/' + encodeURIComponent(line.id);
    part('label').textContent = 'Quantity of ' + line.title;
    const input = row.querySelector('input');
    input.addEventListener('change', () => {
      const quantity = Math.min(99, Math.max(1, Math.round(Number(input.value)) || 1));
      input.value = String(quantity);
      setQuantity(line.id, quantity);
    });
    part('remove').setAttribute('aria-label', 'Remove ' + line.title);
    part('remove').addEventListener('click', () => {
      write(read().filter(({ id }) => id !== line.id));
      document.getElementById('cart-title').focus();
    });
    return row;
  };

  const drawCart = (lines) => {
    const cart = document.querySelector('[data-cart]');
    if (!cart) return;
    cart.querySelector('[data-cart-empty]').hidden = lines.length > 0;
    cart.querySelector('[data-cart-filled]').hidden = lines.length === 0;

    // Rows stay in place, so that the field being typed in keeps the focus.
    const list = cart.querySelector('[data-cart-lines]');
    const rows = new Map([...list.children].map((row) => [row.dataset.id, row]));
    const template = cart.querySelector('[data-cart-line]');
    for (const line of lines) {
      const row = rows.get(line.id) ?? list.appendChild(drawLine(line, template));
      rows.delete(line.id);
      const input = row.querySelector('input');
      if (input !== document.activeElement) input.value = String(line.quantity);
      row.querySelector('[data-line="price"]').textContent = money(line.price * line.quantity, line.currency);
    }
    for (const row of rows.values()) row.remove();

    const { currency } = cart.dataset;
    const goods = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
    const missing = Number(cart.dataset.freeFrom) - goods;
    const delivery = missing > 0 ? Number(cart.dataset.delivery) : 0;
    const sum = (name, text) => {
      cart.querySelector('[data-sum="' + name + '"]').textContent = text;
    };
    sum('goods', money(goods, currency));
    sum('delivery', delivery ? money(delivery, currency) : 'Free');
    sum('total', money(goods + delivery, currency));
    cart.querySelector('[data-cart-missing]').textContent =
      missing > 0 ? money(missing, currency) + ' more, and delivery is free.' : '';
  };

  const draw = (lines) => {
    const count = lines.reduce((sum, line) => sum + line.quantity, 0);
    document.querySelector('[data-cart-count]').textContent = count ? '(' + count + ')' : '';
    drawCart(lines);
  };

  document.querySelector('[data-add]')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const { add: id, title, price, currency, image } = event.currentTarget.dataset;
    const lines = read();
    const quantity = Math.min(99, (lines.find((line) => line.id === id)?.quantity ?? 0) + 1);
    const line = { id, title, price: Number(price), currency, image, quantity };
    write(quantity > 1 ? lines.map((other) => (other.id === id ? line : other)) : [...lines, line]);
    const status = event.currentTarget.querySelector('[role="status"]');
    const link = document.createElement('a');
    link.href = '/demo/cart';
    link.textContent = 'See the cart';
    status.replaceChildren(quantity > 1 ? 'Now ' + quantity + ' in your cart. ' : 'Added to your cart. ', link);
  });

  document.querySelector('[data-checkout]')?.addEventListener('click', () => {
    document.querySelector('[data-cart-status]').textContent = 'This is a demo shop: it ends here, and nothing is sold.';
  });

  addEventListener('storage', (event) => {
    if (event.key === KEY || event.key === null) draw(read());
  });
  // A page that the browser kept while another one changed the cart.
  addEventListener('pageshow', (event) => {
    if (event.persisted) draw(read());
  });
  draw(read());
})();
`;

/**
 * A dialog over the page. The browser's own `<dialog>` keeps the focus inside, makes the rest inert, closes at Esc
 * and gives the focus back to where it was.
 */
export function openModal(
  content: HTMLElement,
  labels: { readonly title: string; readonly close: string },
  onClose: () => void,
): { remove(): void } {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', labels.title);
  dialog.style.cssText =
    'position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;margin:0;padding:0;border:0;background:rgba(0,0,0,.6)';
  const card = document.createElement('div');
  card.style.cssText =
    'position:absolute;inset:0;margin:auto;width:100%;max-width:480px;height:100%;max-height:900px;background:Canvas;display:flex;flex-direction:column';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '×';
  button.setAttribute('aria-label', labels.close);
  button.style.cssText =
    'align-self:flex-end;width:48px;height:48px;border:0;background:0;color:CanvasText;font:28px/1 system-ui;cursor:pointer';
  button.addEventListener('click', onClose);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onClose();
  });
  // The button comes first, so that the keyboard finds the way out before it enters the frame.
  card.append(button, content);
  dialog.append(card);
  document.body.append(dialog);
  const root = document.documentElement.style;
  const { overflow } = root;
  root.overflow = 'hidden';
  dialog.showModal();
  return {
    remove() {
      root.overflow = overflow;
      dialog.close();
      dialog.remove();
    },
  };
}

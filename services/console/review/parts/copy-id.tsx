import { useText } from './words';
import { useToast } from './toast';

/** An id that is read by its end and copied whole. */
export function CopyId({ id }: { readonly id: string }) {
  const t = useText();
  const toast = useToast();
  const copy = (): void => {
    void navigator.clipboard.writeText(id).then(
      () => toast(t('copy.done')),
      () => toast(t('copy.refused'), 'bad'),
    );
  };
  return (
    <button
      type="button"
      className="copy-id"
      title={id}
      aria-label={t('copy.name', { id })}
      onClick={copy}
    >
      <code>{id}</code>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z" />
      </svg>
    </button>
  );
}

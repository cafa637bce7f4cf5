import type { Comparison, NodeChange, RouteChange, SettingChange } from '../../flow/compare';
import { nodeWords, routeWords, valueWords } from '../../flow/words';
import { Badge, type Tone } from '../../parts/badge';
import { useText } from '../../parts/words';
import type { Translate } from '../../texts';

const tones: Readonly<Record<NodeChange['mark'], Tone>> = {
  added: 'good',
  removed: 'bad',
  changed: 'info',
};

/** Node by node, what is another now. */
export function Differences({ found }: { readonly found: Comparison }) {
  const t = useText();
  return (
    <ul className="stack">
      {found.nodes.map((change) => {
        const node = found.flow.nodes.find(({ id }) => id === change.id);
        return (
          <li key={change.id}>
            <span className="row">
              <strong>{node === undefined ? change.id : nodeWords(node, t)}</strong>
              <code className="soft">{change.id}</code>
              <Badge tone={tones[change.mark]}>{t(`workflows.diff.${change.mark}`)}</Badge>
            </span>
            <Sentences
              sentences={[
                ...change.settings.map((one) => settingWords(one, t)),
                ...change.routes.map((one) => routeChangeWords(one, t)),
              ]}
            />
          </li>
        );
      })}
      {found.settings.length === 0 ? null : (
        <li>
          <strong>{t('workflows.diff.whole')}</strong>
          <Sentences sentences={found.settings.map((one) => settingWords(one, t))} />
        </li>
      )}
    </ul>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function settingWords({ path, before, after }: SettingChange, t: Translate): string {
  const words = (value: unknown): string =>
    value === undefined ? t('workflows.diff.nowhere') : valueWords(value);
  return t('workflows.diff.setting', { path, before: words(before), after: words(after) });
}

function routeChangeWords({ route, before, after }: RouteChange, t: Translate): string {
  const nowhere = t('workflows.diff.nowhere');
  const said = routeWords(route, t);
  if (before === after) return t('workflows.diff.moved', { route: said });
  return t('workflows.diff.route', {
    route: said,
    before: before ?? nowhere,
    after: after ?? nowhere,
  });
}

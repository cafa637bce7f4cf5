import { checkText } from '../terms/outcome-text';
import type { TextKey, Translate } from '../texts';
import type { Condition, DefinitionNode } from './definition';
import type { FlowRoute } from './flow';

/** What a node is, in one or two words. */
export function kindWords({ type }: DefinitionNode, t: Translate): string {
  return t(`workflows.kind.${type}`);
}

/** What a node does; its id stands beside it. */
export function nodeWords(node: DefinitionNode, t: Translate): string {
  switch (node.type) {
    case 'start':
      return t('workflows.start');
    case 'policy':
      return checkText(node.check, t);
    case 'conditional':
      return node.conditions.length === 1 && node.conditions[0] !== undefined
        ? t('workflows.asks', { condition: conditionWords(node.conditions[0], t) })
        : t('workflows.conditions', { count: node.conditions.length });
    case 'wait':
      return t('workflows.waits', { days: durationWords(node.timeout ?? defaultWaitSeconds, t) });
    case 'terminal':
      return t(`workflows.decision.${node.decision}`);
  }
}

const defaultWaitSeconds = 604_800;
const steps = [
  { seconds: 86_400, text: 'workflows.days' },
  { seconds: 3_600, text: 'workflows.hours' },
  { seconds: 60, text: 'workflows.minutes' },
  { seconds: 1, text: 'workflows.seconds' },
] as const satisfies readonly { readonly seconds: number; readonly text: TextKey }[];

/** In the greatest unit that says it exactly. */
function durationWords(seconds: number, t: Translate): string {
  const step = steps.find((one) => seconds % one.seconds === 0) ?? steps[3];
  return t(step.text, { count: seconds / step.seconds });
}

/** When a node leads there: "passed", "otherwise", "age at least 18". */
export function routeWords(route: FlowRoute, t: Translate): string {
  return route.kind === 'condition'
    ? conditionWords(route.condition, t)
    : t(`workflows.route.${route.kind}`);
}

const operatorTexts: Readonly<Record<Condition['operator'], TextKey>> = {
  '>=': 'workflows.is.at_least',
  '<=': 'workflows.is.at_most',
  '>': 'workflows.is.more',
  '<': 'workflows.is.less',
  '==': 'workflows.is.equal',
  '!=': 'workflows.is.other',
  in: 'workflows.is.in',
  not_in: 'workflows.is.not_in',
  contains: 'workflows.is.contains',
  exists: 'workflows.is.known',
};

export function conditionWords({ field, operator, value }: Condition, t: Translate): string {
  const isDenied = operator === 'exists' && value === false;
  return t(isDenied ? 'workflows.is.unknown' : operatorTexts[operator], {
    field: fieldWords(field, t),
    value: valueWords(value),
  });
}

/** `checks.face_match.score` as "score of face comparison". */
function fieldWords(field: string, t: Translate): string {
  const [area = '', name = '', part = ''] = field.split('.');
  switch (area) {
    case 'checks': {
      const known = (['status', 'score', 'reasons'] as const).find((one) => one === part);
      const check = checkText(name, t);
      return known === undefined ? field : t(`workflows.field.${known}`, { check });
    }
    case 'extracted':
      return t('workflows.field.extracted', { field: spaced(name) });
    case 'fields':
      return t('workflows.field.given', { field: spaced(name) });
    case 'risk':
      return t(name === 'level' ? 'workflows.field.risk_level' : 'workflows.field.risk_score');
    default:
      return spaced(field);
  }
}

export function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueWords).join(', ');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value === undefined ? '' : JSON.stringify(value);
}

function spaced(name: string): string {
  return name.replaceAll('_', ' ');
}

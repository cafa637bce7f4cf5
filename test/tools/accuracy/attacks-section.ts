import type { AccuracyDeps } from './accuracy-deps';
import { attackGroups, type AttackGroup } from './attacks/attack-kind';
import { attackSets } from './attacks/attack-sets';
import { attackKinds } from './attacks/attacks';
import { figuresBefore, type FiguresBefore } from './attacks/figures-before';
import { genuineViews } from './attacks/genuine';
import { measureAttacks } from './attacks/measure-attacks';
import { countOf, sumOf, tallyVerdicts, type Tallies } from './attacks/tally-verdicts';
import type { Section, Table } from './report';
import { share } from './share';

const workflows = ['Document and selfie', 'high-risk'] as const;
const genuineAim = 0.9;

/** What each group is, and whether none of it may be approved. */
const groups: Readonly<Record<AttackGroup, { readonly words: string; readonly aimed: boolean }>> = {
  composition: { words: 'put together from several things', aimed: true },
  edit: { words: 'edited', aimed: true },
  copy: { words: 'a likeness of a true document', aimed: false },
  rule: { words: 'no forgery: rules alone', aimed: true },
  beyond: { words: 'forged without a trace (no aim)', aimed: false },
};

/** Attacks and genuine documents through whole workflows, beside what became of them before. */
export async function attacksSection(deps: AccuracyDeps): Promise<Section> {
  const measured = await measureAttacks(deps, 'measuring');
  return renderAttacks(tallyVerdicts(measured), await figuresBefore());
}

export function renderAttacks(after: Tallies, before: FiguresBefore): Section {
  const sets = `The tuning set has the seed ${String(attackSets.tuning.seed)}, the measuring set, which gave these figures, ${String(attackSets.measuring.seed)}; they share no person, face, number or layout, and the camera's faults are drawn from the same ranges by other seeds (\`test/tools/accuracy/attacks/attack-sets.ts\`).`;
  return {
    title: 'Attacks on a whole session',
    words: [
      `${String(attackKinds.length)} kinds of attack, drawn by us as an attacker would make them, and genuine documents of the same drawing: identity cards (TD1, TD2), passports (TD3) and licences. Every upload goes through the rules of the upload, the real engines and judges, and the graph of the built-in workflow "Document and selfie" and of \`high-risk.json\` (which takes no licences). Liveness, and the integrator's gate, are taken as passed: the attacker shows his own face. ${sets}`,
      `In brackets, what became of the same pictures at ${before.commit} (${String(before.attacksEach)} of each kind, ${String(before.genuineEach)} genuine ones of each view, the first of their row). All is drawn: no attack here was made with glue and paper, and no genuine document has wear, laminate or a hologram. "Forged without a trace" differs from a genuine drawing in no pixel that a check could look at; it is printed so that nobody takes the zeros above it for more than they are.`,
    ],
    tables: [groupTable(after, before), genuineTable(after, before), kindTable(after, before)],
    shortfalls: shortfalls(after),
  };
}

function kindsOf(group: AttackGroup): readonly string[] {
  return attackKinds.filter((kind) => kind.group === group).map(({ name }) => name);
}

function approvedShare(tallies: Tallies, kinds: readonly string[], workflow: string): string {
  const sum = sumOf(tallies, kinds, workflow);
  return share(sum.approved, countOf(sum));
}

function groupTable(after: Tallies, { tallies: before }: FiguresBefore): Table {
  return {
    head: ['attacks approved', ...workflows.flatMap((name) => [name, `${name}, before`])],
    rows: attackGroups.map((group) => [
      groups[group].words,
      ...workflows.flatMap((workflow) => [
        approvedShare(after, kindsOf(group), workflow),
        approvedShare(before, kindsOf(group), workflow),
      ]),
    ]),
  };
}

function genuineTable(after: Tallies, { tallies: before }: FiguresBefore): Table {
  return {
    head: [
      'genuine, approved without a person',
      ...workflows.flatMap((name) => [name, `${name}, before`]),
    ],
    rows: genuineViews.map((view) => [
      view,
      ...workflows.flatMap((workflow) => [
        approvedShare(after, [view], workflow),
        approvedShare(before, [view], workflow),
      ]),
    ]),
  };
}

function kindTable(after: Tallies, { tallies: before }: FiguresBefore): Table {
  const cell = (kind: string, workflow: string): string[] => {
    const { approved, review, rejected } = sumOf(after, [kind], workflow);
    const then = sumOf(before, [kind], workflow);
    if (approved + review + rejected === 0) return ['–', '–', '–'];
    return [
      `${String(approved)} (${String(then.approved)} of ${String(countOf(then))})`,
      String(review),
      String(rejected),
    ];
  };
  return {
    head: [
      'kind of attack',
      ...workflows.flatMap((name) => [`${name}: approved (before)`, 'review', 'rejected']),
    ],
    rows: attackKinds.map(({ name }) => [
      name,
      ...workflows.flatMap((workflow) => cell(name, workflow)),
    ]),
  };
}

function shortfalls(after: Tallies): string[] {
  const approved = attackKinds.flatMap(({ name, group }) =>
    workflows.flatMap((workflow) => {
      const sum = sumOf(after, [name], workflow);
      if (sum.approved === 0) return [];
      const aim = groups[group].aimed ? 'aim 0' : 'no aim';
      return [
        `${name}: ${String(sum.approved)} of ${String(countOf(sum))} approved by ${workflow}, ${aim}`,
      ];
    }),
  );
  const people = workflows.flatMap((workflow) => {
    const sum = sumOf(after, ['phone-like'], workflow);
    if (sum.approved >= countOf(sum) * genuineAim) return [];
    return [
      `genuine phone-like pictures: ${share(sum.approved, countOf(sum))} approved without a person by ${workflow}, aim 90 %`,
    ];
  });
  return [...approved, ...people];
}

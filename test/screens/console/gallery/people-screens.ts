import { press, shows, type ConsoleScreen } from './console-screen';

const people = { path: '/people', title: 'nav.people', role: 'admin' } as const;
const long = 'Maria-Magdalena Papadopoulou-Konstantinidou';

const somebody = (name: string) =>
  ({
    role: 'admin',
    path: async ({ db }) => {
      const row = db.selectFrom('users').select('id').where('name', '=', name);
      return `/people/${(await row.executeTakeFirstOrThrow()).id}`;
    },
    route: '/people/$id',
    title: { name },
  }) satisfies Omit<ConsoleScreen, 'name'>;

export const peopleScreens: readonly ConsoleScreen[] = [
  { ...people, name: 'people', reach: shows('people.standing.invited') },
  { ...people, name: 'people-invite', reach: press('people.invite') },
  { ...somebody(long), name: 'person', reach: shows('sign_ins.none') },
  {
    ...somebody('Ada Núñez'),
    name: 'person-self',
    reach: ({ page }) => page.getByRole('row').nth(1).waitFor(),
  },
  { ...somebody(long), name: 'person-change-role', reach: press('people.change_role') },
  { ...somebody(long), name: 'person-disable', reach: press('people.disable') },
  { ...somebody(long), name: 'person-reset', reach: press('people.reset') },
];

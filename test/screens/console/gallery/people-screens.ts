import { firstOrganization, newUser } from '../../../api/console/signed-in';
import { press, shows, type ConsoleScreen } from './console-screen';

const people = { path: '/people', title: 'nav.people', role: 'admin' } as const;

export const peopleScreens: readonly ConsoleScreen[] = [
  { ...people, name: 'people', reach: shows('people.standing.invited') },
  { ...people, name: 'people-invite', reach: press('people.invite') },
  {
    name: 'person',
    role: 'admin',
    async path({ db }) {
      return `/people/${await newUser(db, 'senior', await firstOrganization(db))}`;
    },
    // As `newUser` calls everybody.
    title: { name: 'R.' },
    reach: shows('sign_ins.none'),
  },
];

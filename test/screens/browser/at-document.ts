import type { Page } from 'playwright-core';
import { madeUpPictures } from '../../whole-way/made-up-pictures';
import { personAt, type Person } from './person';
import { say } from './words';

/** Somebody's passport, and another picture of the same face. */
export interface Holder {
  readonly passport: Buffer;
  readonly selfie: Buffer;
}

export async function passportHolder(): Promise<Holder> {
  const pictures = await madeUpPictures();
  const [passport, selfie] = await Promise.all([
    pictures.passport(await pictures.person(5)),
    pictures.selfie(5),
  ]);
  return { passport, selfie };
}

/** From the consent's screen to the first page of a passport. */
export async function agreeAndChoosePassport(person: Person): Promise<void> {
  await person.press(say('consent.agree'));
  await person.sees(say('choice.title'));
  await person.choose(say('choice.passport'));
  await person.press(say('choice.go'));
}

/** Opens the link, and goes as far as the front of a passport. */
export async function openAtDocument(page: Page, url: string): Promise<Person> {
  await page.goto(url);
  const person = personAt(page);
  await person.press(say('start.go'));
  await agreeAndChoosePassport(person);
  return person;
}

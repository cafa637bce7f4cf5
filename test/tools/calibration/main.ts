import { writeFile } from 'node:fs/promises';
import { accuracyDeps } from '../accuracy/accuracy-deps';
import { measureFacePairs } from '../accuracy/face-pairs';
import { calibration } from './calibrate';

/** `npm run calibrate:faces`: measures the engine and writes the table beside it. */
async function calibrate(): Promise<void> {
  const { engine, sets } = await measureFacePairs(accuracyDeps(process.env));
  const table = calibration(engine, sets);
  const file = 'activities/checks/engines/face/face-calibration.json';
  await writeFile(file, `${JSON.stringify(table, null, 2)}\n`);
  for (const { pairs, rates } of table.measured_on) {
    console.log(pairs);
    console.table(rates);
  }
}

void calibrate();

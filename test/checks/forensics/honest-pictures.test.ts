import { tracedReasons } from '../../../activities/checks/engines/forensics/judge-forensics';
import { traceImage } from '../../../activities/checks/engines/forensics/trace-image';
import { screenPhotoOptions } from '../../tools/accuracy/forensics/drawn-screens';
import { honestPictures } from '../../tools/accuracy/forensics/honest-pictures';
import { photographScreen } from '../../tools/accuracy/forensics/screen-photo';
import { openStudio } from '../document/studio';

const wanted = 66;

test('66 honest pictures, of every layout in every view, show no trace', async () => {
  const alarms: string[] = [];
  let count = 0;
  for await (const { bytes, layout, view } of honestPictures(await openStudio())) {
    const reasons = tracedReasons(await traceImage(bytes));
    if (reasons.length > 0) alarms.push(`${layout}, view ${view}: ${reasons.join(', ')}`);
    count += 1;
    if (count === wanted) break;
  }
  expect(count).toBe(wanted);
  expect(alarms).toEqual([]);
}, 300_000);

test('a sharp photograph of a coarse screen shows its grid', async () => {
  for await (const { bytes } of honestPictures(await openStudio())) {
    const photo = { ...screenPhotoOptions(1), pitch: 2.8, rotationDegrees: 4, perspective: 0.02 };
    const screen = await photographScreen(bytes, { ...photo, blurPx: 0, jpegQuality: 80 });
    expect(tracedReasons(await traceImage(screen))).toContain('screen_photo');
    break;
  }
});

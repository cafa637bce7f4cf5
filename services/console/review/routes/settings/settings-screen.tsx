import { AccessSettings } from './access-settings';
import { CaptureSettings } from './capture-settings';
import { NameSettings } from './name-settings';
import { RetentionSettings } from './retention-settings';
import { ReviewSettings } from './review-settings';
import { SettingsPage } from './settings-page';

/** Everything that an organisation may set, in groups that are saved by themselves. */
export function SettingsScreen() {
  return (
    <SettingsPage current="settings">
      {({ name, settings }) => (
        <>
          <ReviewSettings settings={settings} />
          <RetentionSettings settings={settings} />
          <CaptureSettings settings={settings} />
          <AccessSettings settings={settings} />
          <NameSettings name={name} />
        </>
      )}
    </SettingsPage>
  );
}

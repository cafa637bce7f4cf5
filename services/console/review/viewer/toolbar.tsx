import type { ReactNode } from 'react';
import { ToggleButton, Toolbar as AriaToolbar } from 'react-aria-components';
import { Button } from '../parts/button';
import { useText } from '../parts/words';
import { enhancementNames } from './enhancement';
import { portraitPart, zonePart } from './presets';
import type { ViewerState } from './use-viewer';
import { zoomStep } from './viewer-keys';

interface ToolbarProps {
  readonly viewer: ViewerState;
  /** Of the active picture, as a person says it: 2.5 times what fits. */
  readonly zoom: string;
}

/** What can be done with the pictures; `ViewerKeys` has the same by keys. */
export function Toolbar({ viewer, zoom }: ToolbarProps) {
  const t = useText();
  const { panes, dispatch, enhancement, enhance, isFlickering, flicker } = viewer;
  return (
    <AriaToolbar className="viewer-tools" aria-label={t('viewer.tools')}>
      <div className="tool-group">
        <Tool name={t('viewer.zoom_out')} onPress={() => viewer.zoom(1 / zoomStep)}>
          −
        </Tool>
        <output className="tool-zoom" aria-label={t('viewer.zoom')}>
          {zoom}
        </output>
        <Tool name={t('viewer.zoom_in')} onPress={() => viewer.zoom(zoomStep)}>
          +
        </Tool>
        <Tool name={t('viewer.whole')} onPress={() => dispatch({ kind: 'whole' })}>
          {t('viewer.whole.short')}
        </Tool>
      </div>
      <div className="tool-group">
        <Tool
          name={t('viewer.turn')}
          onPress={() => dispatch({ kind: 'turn', side: panes.active })}
        >
          {t('viewer.turn.short')}
        </Tool>
        <Tool name={t('viewer.turn_over')} onPress={viewer.turnOver}>
          {t('viewer.turn_over.short')}
        </Tool>
        <Tool name={t('viewer.portrait')} onPress={() => viewer.show(portraitPart)}>
          {t('viewer.portrait.short')}
        </Tool>
        <Tool name={t('viewer.zone')} onPress={() => viewer.show(zonePart)}>
          {t('viewer.zone.short')}
        </Tool>
      </div>
      <div className="tool-group">
        <Toggle
          name={t('viewer.together')}
          isSelected={panes.areTogether}
          onChange={(areTogether) => dispatch({ kind: 'together', areTogether })}
        >
          {t('viewer.together.short')}
        </Toggle>
        <Toggle name={t('viewer.flicker')} isSelected={isFlickering} onChange={flicker}>
          {t('viewer.flicker.short')}
        </Toggle>
      </div>
      <div className="tool-group">
        {enhancementNames.map((name) => (
          <Toggle
            key={name}
            name={t(`viewer.${name}`)}
            isSelected={enhancement[name]}
            onChange={(isOn) => enhance({ [name]: isOn })}
          >
            {t(`viewer.${name}.short`)}
          </Toggle>
        ))}
      </div>
    </AriaToolbar>
  );
}

interface ToolProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Tool({ name, children, onPress }: ToolProps & { readonly onPress: () => void }) {
  return (
    <Button kind="quiet" isSmall aria-label={name} onPress={onPress}>
      {children}
    </Button>
  );
}

interface ToggleProps extends ToolProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

function Toggle({ name, children, ...props }: ToggleProps) {
  return (
    <ToggleButton
      {...props}
      className="button tool-toggle"
      data-kind="quiet"
      data-small
      aria-label={name}
    >
      {children}
    </ToggleButton>
  );
}

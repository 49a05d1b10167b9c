import { memo } from 'react';
import { useTheme } from 'styled-components';
import { severities, severityLooks } from '../findings/severity-mark';
import { overlayClass } from './overlay';
import { highlightName } from './painter';

/** How marked passages look. Once on the page, for as long as something is marked. */
export const MarkStyle = memo(function MarkStyle() {
  const { colors } = useTheme();
  const rules = severities.map((severity) => {
    const colour = colors[severityLooks[severity].fill];
    const line = severity === 'suggestion' ? 'dotted' : 'wavy';
    const look = `text-decoration: underline ${line} ${colour}; text-decoration-thickness: 1.5px; text-underline-offset: 3px; background-color: color-mix(in srgb, ${colour} 12%, transparent);`;
    // Each by itself: a browser that does not know one of them drops only that one.
    return `.presence-mark-${severity} { ${look} text-decoration-skip-ink: none; }\n::highlight(${highlightName(severity)}) { ${look} }`;
  });
  const sheet = `.${overlayClass} { position: absolute; overflow: hidden; pointer-events: none; color: transparent; z-index: 1; }
.${overlayClass} mark { color: transparent; border-radius: 2px; }`;
  return <style>{[sheet, ...rules].join('\n')}</style>;
});

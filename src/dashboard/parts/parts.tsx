import type { ComponentChildren } from 'preact';
import { common } from '../words/en/common';
import { inbox } from '../words/en/inbox';
import { labels } from '../words/en/labels';
import { Icon, type IconName, Relay } from './icons';
import { OUTCOMES, type Outcome, type Reason } from './labels';

/** A person: round. Staff in the store's colour. */
export const Face = ({ initials, staff, size = '' }: { initials: string; staff?: boolean; size?: '' | 's' | 'l' }) => (
  <span class={`face ${size}${staff ? ' staff' : ''}`} aria-hidden="true">
    {initials}
  </span>
);

/** Somebody is typing. */
export const Dots = () => (
  <span class="dots" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
);

/** The assistant: square. */
export const AssistantMark = () => (
  <span class="mark bot" aria-hidden="true">
    <Relay />
  </span>
);

export const UrgentBadge = () => (
  <span class="badge urgent">
    <Icon name="flag" />
    {common.urgent}
  </span>
);

/** Somebody of the staff plays the customer. */
export const TestBadge = () => (
  <span class="badge line">
    <Icon name="sliders" />
    {inbox.test}
  </span>
);

export const ReasonBadge = ({ reason }: { reason: Reason }) => <span class="badge">{labels.reasons[reason]}</span>;

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const { icon, look } = OUTCOMES[outcome];
  return (
    <span class={`badge ${look}`}>
      <Icon name={icon} />
      {labels.outcomes[outcome]}
    </span>
  );
}

interface IconButtonProps {
  label: string;
  icon: IconName;
  expanded?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

export function IconButton({ label, icon, expanded, disabled = false, onClick }: IconButtonProps) {
  return (
    <button
      class="icon-btn"
      type="button"
      aria-label={label}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

export const Switch = (props: { label: string; on: boolean; disabled?: boolean; onChange: (on: boolean) => void }) => (
  <button
    class="switch"
    type="button"
    role="switch"
    aria-checked={props.on}
    aria-label={props.label}
    disabled={props.disabled ?? false}
    onClick={() => props.onChange(!props.on)}
  />
);

/** Something went wrong, said where it went wrong. */
export const Warning = ({ children }: { children: ComponentChildren }) => (
  <div class="warn" role="alert">
    <Icon name="alert" />
    <span>{children}</span>
  </div>
);

import './keys.css';
import type { ComponentChildren } from 'preact';
import { useModal } from '../parts/dialog';
import { MODIFIER } from '../parts/modifier';
import { IconButton } from '../parts/parts';
import { choices } from '../session/session';
import { common } from '../words/en/common';
import { keys } from '../words/en/keys';
import { COMMANDS, GROUPS } from './commands';
import { aboutKey } from './names';
import { SingleKeys } from './single-keys';

export interface HelpProps {
  onClose: () => void;
}

/** Every key, by where it belongs. */
export function Help({ onClose }: HelpProps) {
  const box = useModal();
  const { sendWith, singleKeys } = choices.value;
  return (
    <dialog
      class="dialog keys"
      ref={box}
      aria-labelledby="keys-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === box.current && onClose()}
    >
      <header>
        <h2 id="keys-title">{keys.title}</h2>
        <IconButton label={common.close} icon="close" onClick={onClose} />
      </header>
      <div class="body">
        <SingleKeys />
        <div class={singleKeys ? 'groups' : 'groups off'}>
          <Group name={keys.everywhere}>
            <Row keys={[[MODIFIER, 'K']]}>{keys.palette}</Row>
          </Group>
          {GROUPS.map((group) => (
            <Group key={group} name={keys.groups[group]} single>
              {COMMANDS.filter((command) => command.group === group && command.key).map((command) => (
                <Row key={command.id} keys={[[command.key?.toUpperCase() ?? '']]}>
                  {aboutKey(command)}
                </Row>
              ))}
              {group === 'list' && <Row keys={[['↓'], ['↑']]}>{keys.arrows}</Row>}
            </Group>
          ))}
          <Group name={keys.writing}>
            <Row keys={[sendWith === 'enter' ? ['Enter'] : [MODIFIER, 'Enter']]}>{keys.send}</Row>
            <Row keys={[[MODIFIER, 'Enter']]}>{keys.addNote}</Row>
            <Row keys={[['/']]}>{keys.savedReplies}</Row>
            <Row keys={[['@']]}>{keys.mention}</Row>
            <Row keys={[['Shift', 'Enter']]}>{keys.breakLine}</Row>
          </Group>
        </div>
      </div>
    </dialog>
  );
}

const Group = (props: { name: string; single?: boolean; children: ComponentChildren }) => (
  <section class={props.single ? 'single' : ''}>
    <h3>{props.name}</h3>
    <dl>{props.children}</dl>
  </section>
);

/** @param keys ways to do it; the keys of one way are held together */
const Row = ({ keys: ways, children }: { keys: readonly (readonly string[])[]; children: ComponentChildren }) => (
  <div>
    <dt>{children}</dt>
    <dd>
      {ways.map((together) =>
        together.map((key) => (
          <kbd class="kbd" key={key}>
            {key}
          </kbd>
        )),
      )}
    </dd>
  </div>
);

import { useLayoutEffect } from 'preact/hooks';
import type { Desk } from '../desk/desk';
import { folded, initials } from '../parts/format';
import { Face } from '../parts/parts';
import { composer } from '../words/en/composer';
import { passingOn } from '../words/en/passing-on';
import { shell } from '../words/en/shell';
import { calledIn } from './mentions';
import { Suggestions } from './suggestions';
import type { Listing, Opened } from './trigger';

interface PeopleListProps {
  listing: Listing;
  opened: Opened;
  id: string;
  desk: Desk;
  onPick: (text: string) => void;
}

/** Colleagues whose attention a note can ask for. */
export function PeopleList({ listing, opened, id, desk, onPick }: PeopleListProps) {
  const me = desk.me.value?.id;
  const duty = desk.duty.value;
  const all = desk.colleagues.people.value;
  const others = all.filter((one) => one.id !== me);
  const typed = folded(opened.typed);
  const found = others.filter(
    ({ name }) =>
      folded(name)
        .split(/\s+/)
        .some((word) => word.startsWith(typed)) || folded(name).startsWith(typed),
  );
  const nobody = opened.typed !== '' && found.length === 0;
  useLayoutEffect(() => {
    listing.known.add('people');
    if (nobody) listing.close();
  }, [listing, nobody]);
  if (nobody) return null;
  return (
    <Suggestions
      listing={listing}
      id={id}
      label={composer.colleagues}
      choices={found}
      none={passingOn.nobodyElse}
      keyOf={(one) => one.id}
      show={({ id: person, name }) => (
        <>
          <Face initials={initials(name)} staff size="s" />
          <bdi class="cutoff">{name}</bdi>
          <small>{duty.some((one) => one.id === person) ? shell.onDuty : shell.offDuty}</small>
        </>
      )}
      onPick={(one) => onPick(calledIn(one, all))}
    />
  );
}

import { encode } from 'uqr';
import { secondStep } from '../words/en/second-step';

/** Dark on light in both themes: readers of such codes expect it. The quiet zone is four modules wide (ISO/IEC 18004). */
export function Qr({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={secondStep.picture}
      shape-rendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}

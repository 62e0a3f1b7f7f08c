let audio: AudioContext | null = null;

// Browsers let a page sound only after its reader has done something with it.
const unlock = () => {
  audio ??= new AudioContext();
  void audio.resume();
};
addEventListener('pointerdown', unlock, { once: true });
addEventListener('keydown', unlock, { once: true });

/** Frequencies in Hz: two soft tones upwards for who waits, three higher ones where it is urgent, one for a message. */
const TONES = { waiting: [587, 784], urgent: [784, 1047, 1319], message: [659] };

export function chime(kind: keyof typeof TONES): void {
  if (audio?.state !== 'running') return;
  const urgent = kind === 'urgent';
  const tones = TONES[kind];
  tones.forEach((frequency, i) => {
    if (audio) tone(audio, frequency, audio.currentTime + i * (urgent ? 0.13 : 0.17));
  });
}

function tone(context: AudioContext, frequency: number, at: number): void {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.09, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.45);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.5);
}

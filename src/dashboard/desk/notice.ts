let audio: AudioContext | null = null;

// Browsers let a page sound only after its reader has done something with it.
const unlock = () => {
  audio ??= new AudioContext();
  void audio.resume();
};
addEventListener('pointerdown', unlock, { once: true });
addEventListener('keydown', unlock, { once: true });

/** Two soft tones upwards; for urgent ones three, higher. */
export function chime(urgent: boolean): void {
  if (audio?.state !== 'running') return;
  const tones = urgent ? [784, 1047, 1319] : [587, 784];
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

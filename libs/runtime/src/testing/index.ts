export { StoppedClock } from './stopped-clock.ts';

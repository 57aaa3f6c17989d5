export { thing } from '../../app/thing';

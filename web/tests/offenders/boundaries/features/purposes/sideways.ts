export { thing } from '@/features/recognition/thing';

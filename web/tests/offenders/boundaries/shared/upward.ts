export { thing } from '@/features/purposes/sideways';
